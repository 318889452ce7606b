package dev.mulligan.runtime.classify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP's {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date in any of the three
 * formats of section 5.6.7. The name of the day is not looked at.
 */
final class RetryAfter {
  /**
   * The longest wait, about 31 years. What is above becomes this; in nanoseconds it fits a long.
   */
  static final Duration LONGEST = Duration.ofSeconds(1_000_000_000);

  /** A number with more digits is above any bound, and may be above any long. */
  private static final int MOST_DIGITS = 18;

  /** Spelt out because the names in the JDK's locales change between releases. */
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private static final String TIME = " HH:mm:ss";

  /** {@code 06 Nov 1994 08:49:37 GMT}, after the comma. */
  private static final DateTimeFormatter RFC_1123 =
      strict(months("d ", " ").appendValue(ChronoField.YEAR, 4).appendPattern(TIME + " 'GMT'"));

  /** {@code Nov 6 08:49:37 1994}, after the day. */
  private static final DateTimeFormatter ASCTIME =
      strict(months("", " ppd" + TIME + " ").appendValue(ChronoField.YEAR, 4));

  private RetryAfter() {}

  /**
   * Reads the wait.
   *
   * @param value the header
   * @param sent the response's own {@code Date}, which makes the difference safe from skewed clocks
   * @param now what to compare with when there is no such date
   * @return how long to wait, at most {@link #LONGEST}, or null if the header is absent,
   *     unreadable, past, zero or negative
   */
  static @Nullable Duration parse(@Nullable String value, @Nullable String sent, Instant now) {
    if (value == null) {
      return null;
    }
    String text = value.strip();
    if (isWholeNumber(text)) {
      return bounded(Duration.ofSeconds(Math.min(number(text), LONGEST.toSeconds())));
    }
    Instant until = date(text, now);
    if (until == null) {
      return null;
    }
    Instant from = sent == null ? null : date(sent.strip(), now);
    return bounded(Duration.between(from == null ? now : from, until));
  }

  /** Reads a wait in milliseconds; null as above. */
  static @Nullable Duration millis(@Nullable String value) {
    String text = value == null ? "" : value.strip();
    return isWholeNumber(text) ? bounded(Duration.ofMillis(number(text))) : null;
  }

  /** The wait, at most {@link #LONGEST}; null unless it is positive. */
  static @Nullable Duration bounded(Duration wait) {
    if (wait.isNegative() || wait.isZero()) {
      return null;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** Tells whether the text is digits alone, of any count above none. */
  static boolean isWholeNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long number(String digits) {
    String text = digits.replaceFirst("^0+", "");
    if (text.length() > MOST_DIGITS) {
      return Long.MAX_VALUE;
    }
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  private static @Nullable Instant date(String text, Instant now) {
    try {
      int comma = text.indexOf(',');
      String date = text.substring(Math.max(comma, text.indexOf(' ')) + 1).strip();
      if (comma < 0) {
        return LocalDateTime.parse(date, ASCTIME).toInstant(ZoneOffset.UTC);
      }
      DateTimeFormatter format = date.contains("-") ? rfc850(now) : RFC_1123;
      return LocalDateTime.parse(date, format).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  /** {@code 06-Nov-94 08:49:37 GMT}: a year of two digits is never more than 50 years ahead. */
  private static DateTimeFormatter rfc850(Instant now) {
    int earliest = now.atOffset(ZoneOffset.UTC).getYear() - 49;
    return strict(
        months("dd-", "-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
            .appendPattern(TIME + " 'GMT'"));
  }

  /** A day that its month does not have is unreadable. */
  private static DateTimeFormatter strict(DateTimeFormatterBuilder format) {
    return format.toFormatter(Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  }

  private static DateTimeFormatterBuilder months(String before, String after) {
    Map<Long, String> months = new HashMap<>();
    for (String name : MONTHS) {
      months.put(months.size() + 1L, name);
    }
    return new DateTimeFormatterBuilder()
        .appendPattern(before)
        .appendText(ChronoField.MONTH_OF_YEAR, months)
        .appendPattern(after);
  }
}
