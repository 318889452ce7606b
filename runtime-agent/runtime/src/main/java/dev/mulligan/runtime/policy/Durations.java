package dev.mulligan.runtime.policy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes durations such as {@code 200ms}, {@code 1s}, {@code 5m}, {@code 2h}, {@code
 * 30d}.
 */
public final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,18})\\s*(ns|us|ms|s|m|h|d)");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @param text a number and a unit (ns, us, ms, s, m, h, d), or ISO-8601
   * @return the duration
   * @throws IllegalArgumentException if the text is neither, or beyond 292 years
   */
  public static Duration parse(String text) {
    String trimmed = text.strip();
    try {
      Matcher matcher = SHORT.matcher(trimmed);
      Duration duration =
          matcher.matches()
              ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
              : Duration.parse(trimmed);
      return Duration.ofNanos(duration.toNanos());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("is not a duration such as 200ms, 1s, 5m, 30d or PT0.2S");
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("is longer than 292 years");
    }
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ns" -> Duration.ofNanos(amount);
      case "us" -> Duration.ofNanos(Math.multiplyExact(amount, 1000L));
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /**
   * Writes a duration in its largest whole unit.
   *
   * @param duration the duration
   * @return for example {@code 200ms}
   */
  public static String format(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0ms";
    }
    String[] units = {"d", "h", "m", "s", "ms", "us"};
    long[] sizes = {
      86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L
    };
    for (int i = 0; i < units.length; i++) {
      if (nanos % sizes[i] == 0) {
        return nanos / sizes[i] + units[i];
      }
    }
    return nanos + "ns";
  }
}
