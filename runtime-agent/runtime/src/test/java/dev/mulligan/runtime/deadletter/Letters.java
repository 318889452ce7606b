package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Letters that another process may have written. */
final class Letters {
  static final String ID = "0".repeat(27) + "1";

  private static final Instant THEN = Instant.parse("2030-01-01T00:00:00Z");

  private Letters() {}

  static Letter of(String callId, String receiver, List<LetterArgument> arguments) {
    String method = callId.substring(callId.indexOf('#') + 1);
    String name = method.contains("(") ? method.substring(0, method.indexOf('(')) : method;
    return of(callId, receiver, name, arguments);
  }

  static Letter of(String callId, String receiver, String method, List<LetterArgument> arguments) {
    return new Letter(
        ID,
        callId,
        "default",
        LetterReason.FAILED,
        FailureType.NETWORK,
        receiver,
        method,
        null,
        "",
        arguments,
        "java.io.IOException",
        List.of(),
        THEN,
        THEN,
        THEN,
        new LetterOrigin("main", "localhost", "", null, Map.of()),
        LetterStatus.FRESH);
  }
}
