package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant. Null stands for any. Immutable.
 *
 * @param state the state, or null
 * @param queue the queue, or null
 * @param type the type of failure, or null
 * @param callId the identity of the method, or null
 */
public record LetterFilter(
    @Nullable LetterState state,
    @Nullable String queue,
    @Nullable FailureType type,
    @Nullable String callId) {

  /**
   * Means every letter.
   *
   * @return a filter without conditions
   */
  public static LetterFilter all() {
    return new LetterFilter(null, null, null, null);
  }

  /**
   * Means the letters that are neither replayed nor discarded.
   *
   * @return a filter for {@link LetterState#STORED}
   */
  public static LetterFilter waiting() {
    return new LetterFilter(LetterState.STORED, null, null, null);
  }

  /**
   * Adds a condition.
   *
   * @param name the queue
   * @return a new filter
   */
  public LetterFilter queue(String name) {
    return new LetterFilter(state, name, type, callId);
  }

  /**
   * Adds a condition.
   *
   * @param failureType the type of failure
   * @return a new filter
   */
  public LetterFilter type(FailureType failureType) {
    return new LetterFilter(state, queue, failureType, callId);
  }

  /**
   * Adds a condition.
   *
   * @param id the identity of the method
   * @return a new filter
   */
  public LetterFilter callId(String id) {
    return new LetterFilter(state, queue, type, id);
  }

  /**
   * Applies the filter.
   *
   * @param letter a letter
   * @return true if all conditions hold
   */
  public boolean matches(Letter letter) {
    return (state == null || state == letter.state())
        && (queue == null || queue.equals(letter.queue()))
        && (type == null || type == letter.type())
        && (callId == null || callId.equals(letter.callId()));
  }
}
