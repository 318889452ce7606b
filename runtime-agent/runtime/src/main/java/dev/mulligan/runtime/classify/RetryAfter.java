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
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP's {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in any of the three
 * formats of section 5.6.7.
 */
final class RetryAfter {
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

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
    Instant until = date(text, now);
    if (until == null) {
      return null;
    }
    Instant from = sent == null ? null : date(sent.strip(), now);
    Duration wait = Duration.between(from == null ? now : from, until);
    return wait.isNegative() || wait.isZero() ? null : wait;
  }

  private static @Nullable Instant date(String text, Instant now) {
    try {
      if (text.contains("-")) {
        return rfc850(text, now);
      }
      return text.contains(",")
          ? ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()
          : LocalDateTime.parse(text, ASCTIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** A year of two digits is never more than 50 years ahead; the name of the day adds nothing. */
  private static Instant rfc850(String text, Instant now) {
    int earliest = now.atOffset(ZoneOffset.UTC).getYear() - 49;
    DateTimeFormatter format =
        new DateTimeFormatterBuilder()
            .appendPattern("dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ROOT);
    return LocalDateTime.parse(text.substring(text.indexOf(',') + 1).strip(), format)
        .toInstant(ZoneOffset.UTC);
  }
}
