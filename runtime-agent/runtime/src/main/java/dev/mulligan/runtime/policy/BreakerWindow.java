package dev.mulligan.runtime.policy;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Over what a breaker takes its rates: the last stretch of time, or the last calls.
 *
 * @param time the stretch of time, or null
 * @param calls the number of calls, or zero with a stretch of time
 */
public record BreakerWindow(@Nullable Duration time, int calls) {
  private static final Pattern CALLS = Pattern.compile("(\\d{1,9})\\s+calls?");

  /**
   * Reads a window.
   *
   * @param text a duration, or a count such as {@code 100 calls}
   * @return the window
   * @throws IllegalArgumentException if the text is neither
   */
  public static BreakerWindow parse(String text) {
    Matcher matcher = CALLS.matcher(text.strip());
    if (matcher.matches()) {
      return new BreakerWindow(null, Integer.parseInt(matcher.group(1)));
    }
    try {
      return new BreakerWindow(Durations.parse(text), 0);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", nor a count such as 100 calls", e);
    }
  }

  @Override
  public String toString() {
    return time == null ? calls + " calls" : Durations.format(time);
  }
}
