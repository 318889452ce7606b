package dev.mulligan.benchmarks.letters;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Letters as a service would leave them: some 700 bytes each, of twenty classes. */
final class Samples {
  static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private static final long SCATTERED = 0x9E3779B97F4A7C15L;
  private static final int CLASSES = 20;
  private static final int TENANTS = 50;
  private static final int MILLIS_BETWEEN = 5;
  private static final FailureType[] TYPES = FailureType.values();
  private static final Duration RETENTION = Duration.ofDays(30);

  private Samples() {}

  /** Makes the letter of a number; each comes five milliseconds after the one before. */
  static Letter letter(long number) {
    Instant at = BEGIN.plusMillis(number * MILLIS_BETWEEN);
    return new Letter(
        String.format("%012x%016x", at.toEpochMilli(), number * SCATTERED),
        "shop.Pay#pay(java.lang.String,int)",
        "default",
        LetterReason.FAILED,
        type(number),
        "shop.Pay" + number % CLASSES,
        "pay",
        number % 3 == 0 ? "tenant-" + number % TENANTS : null,
        "",
        List.of(
            new LetterArgument("order", "String", "\"order-" + number + "\"", ""),
            new LetterArgument("amount", "int", String.valueOf(number), "")),
        "java.io.IOException: connection reset by peer " + number,
        List.of(
            new LetterAttempt(
                1, at, Duration.ZERO, FailureType.NETWORK, "java.io.IOException: reset")),
        at,
        at,
        at.plus(RETENTION),
        new LetterOrigin("main", "host", "1.0", null, Map.of()),
        LetterStatus.FRESH);
  }

  static FailureType type(long number) {
    return TYPES[(int) (number % TYPES.length)];
  }
}
