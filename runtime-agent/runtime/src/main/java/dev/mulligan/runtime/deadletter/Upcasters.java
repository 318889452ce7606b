package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.Upcaster;
import dev.mulligan.runtime.replay.NotReplayableException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns letters of calls that are no more into letters of those that took their place. */
final class Upcasters {
  private final Map<String, Step> steps = new ConcurrentHashMap<>();

  void add(String oldCallId, String newCallId, Upcaster upcaster) {
    if (oldCallId.isBlank() || newCallId.isBlank()) {
      throw new IllegalArgumentException("the identity of a call must not be blank");
    }
    steps.put(oldCallId, new Step(newCallId, upcaster));
  }

  /** Takes step after step, each once: a call may have been changed several times. */
  Letter apply(Letter letter) throws NotReplayableException {
    Letter now = letter;
    Set<String> before = new HashSet<>();
    Step step = steps.get(now.callId());
    while (step != null && before.add(now.callId())) {
      now = step.apply(now);
      step = steps.get(now.callId());
    }
    return now;
  }

  private record Step(String newCallId, Upcaster upcaster) {
    Letter apply(Letter letter) throws NotReplayableException {
      try {
        return changed(letter, List.copyOf(upcaster.upcast(letter)));
      } catch (RuntimeException | StackOverflowError | LinkageError e) {
        throw new NotReplayableException("the upcaster of " + letter.callId() + " failed: " + e, e);
      }
    }

    private Letter changed(Letter letter, List<LetterArgument> arguments) {
      int hash = newCallId.indexOf('#');
      int end = newCallId.indexOf('(', hash + 1);
      boolean isDerived = hash > 0 && end > 0;
      return new Letter(
          letter.id(),
          newCallId,
          letter.queue(),
          letter.reason(),
          letter.type(),
          isDerived ? newCallId.substring(0, hash) : letter.receiver(),
          isDerived ? newCallId.substring(hash + 1, end) : letter.method(),
          letter.key(),
          letter.identity(),
          arguments,
          letter.failure(),
          letter.attempts(),
          letter.firstFailure(),
          letter.lastFailure(),
          letter.retainUntil(),
          letter.origin(),
          letter.status());
    }
  }
}
