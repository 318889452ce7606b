package dev.mulligan.sample.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes dates as HTTP wants them, such as {@code Sun, 06 Nov 1994 08:49:37 GMT}. */
final class HttpDate {
  /** The JDK's RFC 1123 format writes days below ten with one digit, which HTTP forbids. */
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  static String format(Instant instant) {
    return FORMAT.format(instant);
  }
}
