package dev.mulligan.store.kafka;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Letters for tests. */
final class Samples {
  static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

  private Samples() {}

  static String id(int number) {
    return String.format("%028x", number);
  }

  static Letter letter(int number, String identity) {
    return letter(id(number), identity, NOW.plusSeconds(number));
  }

  static Letter letter(String id, String identity, Instant failed) {
    return new Letter(
        id,
        "shop.Payments.pay()",
        "orders",
        LetterReason.FAILED,
        FailureType.NETWORK,
        "shop.Payments",
        "pay",
        null,
        identity,
        List.of(),
        "no route",
        List.of(),
        failed,
        failed,
        NOW,
        new LetterOrigin("main", "host", "", null, Map.of()),
        LetterStatus.FRESH);
  }
}
