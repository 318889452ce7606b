package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed for good, kept so that it can be called again. Immutable.
 *
 * @param id the letter's identity; sorts by time
 * @param callId the identity of the method
 * @param queue the queue it is filed under
 * @param state what became of it
 * @param reason why it was kept
 * @param type the type of the last failure
 * @param receiver the class that declares the method
 * @param method the method's name
 * @param key the value of the {@code @Key} parameter, or null
 * @param arguments the arguments, in order
 * @param failure the last exception with its causes, as text
 * @param attempts the attempts, oldest first; of many, the last ones
 * @param firstFailure when the first attempt failed
 * @param lastFailure when the last attempt failed
 * @param retainUntil until when it is kept
 * @param thread the name of the calling thread
 * @param host the name of the machine
 * @param replays how many replays have failed
 */
public record Letter(
    String id,
    String callId,
    String queue,
    LetterState state,
    LetterReason reason,
    FailureType type,
    String receiver,
    String method,
    @Nullable String key,
    List<LetterArgument> arguments,
    String failure,
    List<LetterAttempt> attempts,
    Instant firstFailure,
    Instant lastFailure,
    Instant retainUntil,
    String thread,
    String host,
    int replays) {

  /** Copies the lists. */
  public Letter {
    arguments = List.copyOf(arguments);
    attempts = List.copyOf(attempts);
  }

  /**
   * Tells whether all arguments are there.
   *
   * @return false if one was redacted or could not be written
   */
  public boolean replayable() {
    return arguments.stream().allMatch(argument -> argument.json() != null);
  }

  /**
   * Copies the letter with what became of it.
   *
   * @param newState the state
   * @param failedReplays how many replays have failed
   * @return the copy
   */
  public Letter with(LetterState newState, int failedReplays) {
    return new Letter(
        id,
        callId,
        queue,
        newState,
        reason,
        type,
        receiver,
        method,
        key,
        arguments,
        failure,
        attempts,
        firstFailure,
        lastFailure,
        retainUntil,
        thread,
        host,
        failedReplays);
  }
}
