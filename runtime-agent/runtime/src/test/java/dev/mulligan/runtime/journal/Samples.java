package dev.mulligan.runtime.journal;

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
import java.util.function.Supplier;

/** Letters for tests of the journal. */
final class Samples {
  static final Duration LIMIT = Duration.ofSeconds(30);
  static final Instant AT = Instant.parse("2030-01-01T00:00:00.123Z");

  private Samples() {}

  static String id(long time, long rest) {
    return LetterId.text(time, rest);
  }

  static Letter letter(int number) {
    return letter(id(AT.toEpochMilli(), number), "");
  }

  static Letter letter(String id, String identity) {
    return letter(id, identity, "\"" + id + "\"", AT.plus(Duration.ofDays(365)));
  }

  static Letter letter(String id, String identity, String json, Instant retainUntil) {
    return new Letter(
        id,
        "shop.Pay#pay(java.lang.String)",
        "default",
        LetterReason.FAILED,
        FailureType.SYSTEM,
        "shop.Pay",
        "pay",
        identity.isEmpty() ? null : "key",
        identity,
        List.of(new LetterArgument("order", "String", json, "")),
        "java.io.IOException: " + id,
        List.of(),
        AT,
        AT,
        retainUntil,
        new LetterOrigin("main", "host", "1.0", null, Map.of()),
        LetterStatus.FRESH);
  }

  /** Another salt each time, and always the same ones. */
  static Supplier<String> salts() {
    long[] next = {0};
    return () -> String.format("%016x", ++next[0] * 0x9E3779B97F4AL);
  }
}
