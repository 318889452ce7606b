package dev.mulligan.runtime.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Names of files: {@code letters-<time>-<salt>.journal}. The time is when the first of the records
 * can have been written; the salt is here, where no damage of the file reaches it.
 */
final class SegmentName {
  static final String SUFFIX = ".journal";
  static final String TORN = ".torn";
  static final String ARCHIVE = ".archive.gz";

  /** A file that is not finished; worth nothing unless its writer is at work. */
  static final String UNFINISHED = ".tmp";

  private static final String PREFIX = "letters-";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SegmentName() {}

  static String of(Instant time, String salt) {
    return of(STAMP.format(time), salt);
  }

  private static String of(String stamp, String salt) {
    return PREFIX + stamp + "-" + salt + SUFFIX;
  }

  /** Names the segment that takes another's place: as old, with a salt of its own. */
  static String successor(String name, String salt) {
    return of(stamp(name), salt);
  }

  static boolean isSegment(String file) {
    return file.startsWith(PREFIX)
        && file.endsWith(SUFFIX)
        && file.lastIndexOf('-') > PREFIX.length();
  }

  static String salt(String name) {
    return name.substring(name.lastIndexOf('-') + 1, name.length() - SUFFIX.length());
  }

  /** Sorts like the times. */
  static String stamp(String name) {
    return name.substring(PREFIX.length(), name.lastIndexOf('-'));
  }

  static String stamp(Instant time) {
    return STAMP.format(time);
  }

  /** In milliseconds since 1970, or 0 if the name does not tell. */
  static long time(String name) {
    try {
      return STAMP.parse(stamp(name), Instant::from).toEpochMilli();
    } catch (DateTimeParseException foreign) {
      return 0;
    }
  }
}
