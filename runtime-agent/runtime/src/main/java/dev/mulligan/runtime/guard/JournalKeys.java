package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.policy.Sizes;
import java.util.List;

/** The limits of the journal as they are configured. A value that is wrong changes nothing. */
final class JournalKeys {
  private static final String SEGMENT_SIZE = "mulligan.journal.segmentSize";
  private static final String SEGMENT_AGE = "mulligan.journal.segmentAge";
  private static final String MAX_SIZE = "mulligan.journal.maxSize";
  private static final String MAX_ARCHIVE = "mulligan.journal.maxArchive";

  static {
    List.of(SEGMENT_SIZE, SEGMENT_AGE, MAX_SIZE, MAX_ARCHIVE).forEach(KnownKeys::add);
  }

  private JournalKeys() {}

  /** Gives a limit another value, from a text. */
  private interface Change {
    JournalLimits apply(JournalLimits limits, String value);
  }

  static JournalLimits limits() {
    JournalLimits limits = JournalLimits.DEFAULT;
    limits = changed(limits, SEGMENT_SIZE, (of, size) -> of.withSegmentBytes(Sizes.parse(size)));
    limits = changed(limits, SEGMENT_AGE, (of, age) -> of.withSegmentAge(Durations.parse(age)));
    limits = changed(limits, MAX_SIZE, (of, size) -> of.withTotalBytes(Sizes.parse(size)));
    return changed(limits, MAX_ARCHIVE, (of, size) -> of.withArchiveBytes(Sizes.parse(size)));
  }

  private static JournalLimits changed(JournalLimits limits, String key, Change change) {
    String value = Config.of(null).get(key);
    if (value == null) {
      return limits;
    }
    try {
      return change.apply(limits, value);
    } catch (IllegalArgumentException e) {
      Log.warn(key + " = " + value + " is not used, the default is: " + e.getMessage());
      return limits;
    }
  }
}
