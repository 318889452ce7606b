package dev.mulligan.runtime.classify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP's {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in any of the three
 * formats of section 5.6.7.
 */
final class RetryAfter {
  private static final DateTimeFormatter RFC_850 =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final List<DateTimeFormatter> OBSOLETE = List.of(RFC_850, ASCTIME);

  private RetryAfter() {}

  /**
   * Reads the wait.
   *
   * @param value the header
   * @param sent the response's own {@code Date}, which makes the difference safe from skewed clocks
   * @param now what to compare with when there is no such date
   * @return how long to wait, or null if the header is absent, unreadable, past or negative
   */
  static @Nullable Duration parse(@Nullable String value, @Nullable String sent, Instant now) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (text.matches("\\d{1,9}")) {
      long seconds = Long.parseLong(text);
      return seconds == 0 ? null : Duration.ofSeconds(seconds);
    }
    Instant until = date(text);
    if (until == null) {
      return null;
    }
    Instant from = sent == null ? null : date(sent.strip());
    Duration wait = Duration.between(from == null ? now : from, until);
    return wait.isNegative() || wait.isZero() ? null : wait;
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      for (DateTimeFormatter format : OBSOLETE) {
        try {
          return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException next) {
          // The next format, or none.
        }
      }
      return null;
    }
  }
}
