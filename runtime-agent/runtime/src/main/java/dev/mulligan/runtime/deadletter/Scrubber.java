package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterAttempt;
import java.util.List;

/**
 * Takes redacted values out of exception messages, and then shortens them: the other way round,
 * half a secret could stay.
 *
 * @param secrets the values
 */
record Scrubber(List<String> secrets) {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_ATTEMPT = 500;

  /** Shorter values would match everywhere. */
  private static final int SHORTEST = 3;

  Scrubber {
    secrets = secrets.stream().filter(secret -> secret.length() >= SHORTEST).toList();
  }

  String scrub(String text) {
    return Texts.limit(replaced(text), LONGEST);
  }

  LetterAttempt scrub(LetterAttempt attempt) {
    return new LetterAttempt(
        attempt.number(),
        attempt.at(),
        attempt.waited(),
        attempt.type(),
        Texts.limit(replaced(attempt.failure()), LONGEST_ATTEMPT));
  }

  private String replaced(String text) {
    String scrubbed = text;
    for (String secret : secrets) {
      scrubbed = scrubbed.replace(secret, Redaction.MARK);
    }
    return scrubbed;
  }
}
