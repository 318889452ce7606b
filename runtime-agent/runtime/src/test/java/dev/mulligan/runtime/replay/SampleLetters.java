package dev.mulligan.runtime.replay;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters that another process may have written. */
public final class SampleLetters {
  /** When the letter with number 0 failed; each next one fails a second later. */
  public static final Instant THEN = Instant.parse("2029-01-01T00:00:00Z");

  private SampleLetters() {}

  /** An id that sorts by number. */
  public static String id(int number) {
    return String.format("%012x%016x", THEN.plusSeconds(number).toEpochMilli(), number);
  }

  /** A letter of {@code com.shop.Payments#pay(long)}. */
  public static Letter numbered(int number) {
    return numbered(number, "default", FailureType.NETWORK, null);
  }

  /** A letter of {@code com.shop.Payments#pay(long)}, filed as it is said. */
  public static Letter numbered(int number, String queue, FailureType type, @Nullable String key) {
    Instant at = THEN.plusSeconds(number);
    return new Letter(
        id(number),
        "com.shop.Payments#pay(long)",
        queue,
        LetterReason.FAILED,
        type,
        "com.shop.Payments",
        "pay",
        key,
        "",
        List.of(new LetterArgument("cents", "long", Integer.toString(number), "")),
        "java.io.IOException: no answer\n\tcaused by nobody",
        List.of(),
        at,
        at,
        at.plus(Duration.ofDays(30)),
        new LetterOrigin("main", "localhost", "", null, Map.of()),
        LetterStatus.FRESH);
  }
}
