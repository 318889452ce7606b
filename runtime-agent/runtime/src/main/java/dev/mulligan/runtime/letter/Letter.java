package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed for good, kept so that it can be called again. Immutable.
 *
 * @param id the letter's identity; 28 hexadecimal digits that sort by time
 * @param callId the identity of the method
 * @param queue the queue it is filed under
 * @param reason why it was kept
 * @param type the type of the last failure
 * @param receiver the class that declares the method
 * @param method the method's name
 * @param key the value of the {@code @Key} parameter, or null
 * @param identity the same for calls of one method with the same key and arguments, which share a
 *     letter while it waits; empty for a call that shares its letter with no other
 * @param arguments the arguments, in order
 * @param failure the last exception with its causes, as text
 * @param attempts the attempts, oldest first; of many, the last ones
 * @param firstFailure when the first attempt failed
 * @param lastFailure when the last attempt failed
 * @param retainUntil until when it is kept
 * @param origin where the call came from
 * @param status what became of it
 */
public record Letter(
    String id,
    String callId,
    String queue,
    LetterReason reason,
    FailureType type,
    String receiver,
    String method,
    @Nullable String key,
    String identity,
    List<LetterArgument> arguments,
    String failure,
    List<LetterAttempt> attempts,
    Instant firstFailure,
    Instant lastFailure,
    Instant retainUntil,
    LetterOrigin origin,
    LetterStatus status) {

  /** Copies the lists. */
  public Letter {
    arguments = List.copyOf(arguments);
    attempts = List.copyOf(attempts);
  }

  /**
   * Tells whether all arguments are there.
   *
   * @return false if one could not be written, or was redacted and not encrypted; true also if one
   *     is encrypted with a key that this process does not have
   */
  public boolean replayable() {
    return arguments.stream()
        .allMatch(argument -> argument.json() != null || argument.sealed() != null);
  }

  /**
   * Tells whether the letter waits.
   *
   * @return its state
   */
  public LetterState state() {
    return status.state();
  }

  /**
   * Copies the letter with what became of it.
   *
   * @param newStatus the status
   * @return the copy
   */
  public Letter with(LetterStatus newStatus) {
    return new Letter(
        id,
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
        newStatus);
  }

  /**
   * Takes in a further failure of the same call: its reason, type, text, attempts, times and origin
   * take the place of this letter's, and the count grows.
   *
   * @param again the letter of the same call, with the same {@link #identity()}
   * @return a copy with this letter's id and first failure
   */
  public Letter joined(Letter again) {
    return new Letter(
        id,
        callId,
        again.queue,
        again.reason,
        again.type,
        receiver,
        method,
        key,
        identity,
        arguments,
        again.failure,
        again.attempts,
        firstFailure,
        again.lastFailure,
        again.retainUntil,
        again.origin,
        status.counted(again.status.count()));
  }
}
