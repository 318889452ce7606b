package dev.mulligan.testkit;

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
import org.jspecify.annotations.Nullable;

/** Makes letters for tests: numbered, complete, and changed field by field. Not thread-safe. */
final class LetterSample {
  static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final int number;
  private String queue = "orders";
  private LetterReason reason = LetterReason.FAILED;
  private FailureType type = FailureType.NETWORK;
  private String callId = "shop.Payments.pay(Order)";
  private String receiver = "shop.Payments";
  private String method = "pay";
  private @Nullable String key = "acme";
  private String identity = "";
  private List<LetterArgument> arguments =
      List.of(new LetterArgument("order", "Order", "{\"tenant\":\"acme\",\"amounts\":[1,2]}", ""));
  private String failure = "java.io.IOException: no route\n\tat shop.Payments.pay";
  private List<LetterAttempt> attempts;
  private Instant firstFailure;
  private Instant lastFailure;
  private Instant retainUntil;
  private LetterOrigin origin = new LetterOrigin("main", "host-1", "1.2", null, Map.of());
  private LetterStatus status = LetterStatus.FRESH;

  private LetterSample(int number) {
    this.number = number;
    this.firstFailure = START.plusSeconds(number);
    this.lastFailure = firstFailure.plusMillis(200);
    this.retainUntil = START.plus(Duration.ofDays(30)).plusSeconds(number);
    this.attempts =
        List.of(
            new LetterAttempt(1, firstFailure, Duration.ZERO, FailureType.NETWORK, "no route"),
            new LetterAttempt(
                2, lastFailure, Duration.ofMillis(200), FailureType.NETWORK, "no route"));
  }

  static LetterSample of(int number) {
    return new LetterSample(number);
  }

  /** An id as the runtime makes them: 28 hexadecimal digits that sort by number. */
  static String id(int number) {
    return String.format("%028x", number);
  }

  static int number(String id) {
    return Integer.parseInt(id, 16);
  }

  LetterSample queue(String value) {
    queue = value;
    return this;
  }

  LetterSample reason(LetterReason value) {
    reason = value;
    return this;
  }

  LetterSample type(FailureType value) {
    type = value;
    return this;
  }

  LetterSample call(String declaring, String name) {
    receiver = declaring;
    method = name;
    callId = declaring + "." + name + "(Order)";
    return this;
  }

  LetterSample key(@Nullable String value) {
    key = value;
    return this;
  }

  LetterSample identity(String value) {
    identity = value;
    return this;
  }

  LetterSample arguments(List<LetterArgument> values) {
    arguments = values;
    return this;
  }

  LetterSample argument(@Nullable String json, String note) {
    return arguments(List.of(new LetterArgument("order", "Order", json, note)));
  }

  LetterSample failure(String value) {
    failure = value;
    return this;
  }

  LetterSample attempts(List<LetterAttempt> values) {
    attempts = values;
    return this;
  }

  LetterSample failed(Instant first, Instant last) {
    firstFailure = first;
    lastFailure = last;
    return this;
  }

  LetterSample retainUntil(Instant value) {
    retainUntil = value;
    return this;
  }

  LetterSample origin(LetterOrigin value) {
    origin = value;
    return this;
  }

  LetterSample status(LetterStatus value) {
    status = value;
    return this;
  }

  /** Stands for several calls. */
  LetterSample count(int calls) {
    return status(LetterStatus.FRESH.counted(calls - 1));
  }

  Letter letter() {
    return new Letter(
        id(number),
        callId,
        queue,
        reason,
        type,
        receiver,
        method,
        key,
        identity,
        arguments,
        failure,
        attempts,
        firstFailure,
        lastFailure,
        retainUntil,
        origin,
        status);
  }
}
