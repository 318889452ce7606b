package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.method.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the values of redacted arguments out of exception messages. */
record Scrubber(List<String> secrets) {
  /** Shorter values would match by accident, and are no secrets. */
  private static final int SHORTEST = 4;

  static Scrubber of(List<Parameter> parameters, List<@Nullable Object> arguments) {
    List<String> secrets = new ArrayList<>();
    for (int i = 0; i < parameters.size() && i < arguments.size(); i++) {
      Object argument = arguments.get(i);
      if (argument != null && ArgumentCodec.isSecret(parameters.get(i), argument)) {
        String text =
            argument instanceof char[] characters ? new String(characters) : Texts.render(argument);
        if (text.length() >= SHORTEST) {
          secrets.add(text);
        }
      }
    }
    return new Scrubber(secrets);
  }

  String scrub(String text) {
    String scrubbed = text;
    for (String secret : secrets) {
      scrubbed = scrubbed.replace(secret, Redaction.MARK);
    }
    return scrubbed;
  }

  LetterAttempt scrub(LetterAttempt attempt) {
    return new LetterAttempt(
        attempt.number(), attempt.at(), attempt.waited(), attempt.type(), scrub(attempt.failure()));
  }
}
