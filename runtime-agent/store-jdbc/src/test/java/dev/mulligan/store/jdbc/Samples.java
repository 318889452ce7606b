package dev.mulligan.store.jdbc;

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

/** Letters for tests. */
final class Samples {
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Samples() {}

  static String id(int number) {
    return String.format("%028x", number);
  }

  /** A letter that shares itself with no other. */
  static Letter letter(int number) {
    return letter(number, "");
  }

  static Letter letter(int number, String identity) {
    return letter(id(number), identity, START.plusSeconds(number));
  }

  static Letter letter(String id, String identity, Instant failed) {
    return new Letter(
        id,
        "shop.Payments.pay(String)",
        "orders",
        LetterReason.FAILED,
        FailureType.NETWORK,
        "shop.Payments",
        "pay",
        null,
        identity,
        List.of(new LetterArgument("order", "java.lang.String", "\"" + id + "\"", "")),
        "java.net.ConnectException: refused",
        List.of(),
        failed,
        failed,
        failed.plus(Duration.ofDays(30)),
        new LetterOrigin("main", "host", "1.0", null, Map.of()),
        LetterStatus.FRESH);
  }
}
