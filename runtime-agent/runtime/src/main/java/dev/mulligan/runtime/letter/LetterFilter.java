package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant: those for which all conditions hold. Null stands for any. Immutable.
 *
 * @param state the state, or null
 * @param queue the queue, or null
 * @param type the type of the last failure, or null
 * @param callId the identity of the method, or null
 * @param method the method's name alone, or after the simple or full name of its class and a point,
 *     such as {@code Payments.pay}, or null
 * @param key the value of the {@code @Key} parameter, or null
 * @param text what occurs in the arguments, the failure or the key, whatever the case, or null
 * @param failedFrom the earliest time of the last failure, inclusive, or null
 * @param failedUntil the latest time of the last failure, exclusive, or null
 * @param expiredAt a time at which the letter is not to be kept any longer, or null
 */
public record LetterFilter(
    @Nullable LetterState state,
    @Nullable String queue,
    @Nullable FailureType type,
    @Nullable String callId,
    @Nullable String method,
    @Nullable String key,
    @Nullable String text,
    @Nullable Instant failedFrom,
    @Nullable Instant failedUntil,
    @Nullable Instant expiredAt) {

  private static final LetterFilter ALL =
      new LetterFilter(null, null, null, null, null, null, null, null, null, null);

  /**
   * Means every letter.
   *
   * @return a filter without conditions
   */
  public static LetterFilter all() {
    return ALL;
  }

  /**
   * Means the letters that are neither replayed nor discarded.
   *
   * @return a filter for {@link LetterState#STORED}
   */
  public static LetterFilter waiting() {
    return ALL.state(LetterState.STORED);
  }

  /**
   * Means only letters in this state. Takes the place of an earlier condition.
   *
   * @param wanted the state, or null for any
   * @return a new filter
   */
  public LetterFilter state(@Nullable LetterState wanted) {
    return new LetterFilter(
        wanted, queue, type, callId, method, key, text, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters of this queue. Takes the place of an earlier condition.
   *
   * @param name the queue, or null for any
   * @return a new filter
   */
  public LetterFilter queue(@Nullable String name) {
    return new LetterFilter(
        state, name, type, callId, method, key, text, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters whose last failure was of this type. Takes the place of an earlier
   * condition.
   *
   * @param failureType the type of failure, or null for any
   * @return a new filter
   */
  public LetterFilter type(@Nullable FailureType failureType) {
    return new LetterFilter(
        state, queue, failureType, callId, method, key, text, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters of this method. Takes the place of an earlier condition.
   *
   * @param id the identity of the method, or null for any
   * @return a new filter
   */
  public LetterFilter callId(@Nullable String id) {
    return new LetterFilter(
        state, queue, type, id, method, key, text, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters of methods of this name. Takes the place of an earlier condition.
   *
   * @param name {@code method}, {@code Class.method} or {@code package.Class.method}, or null for
   *     any
   * @return a new filter
   */
  public LetterFilter method(@Nullable String name) {
    return new LetterFilter(
        state, queue, type, callId, name, key, text, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters with this key. Takes the place of an earlier condition.
   *
   * @param value the value of the {@code @Key} parameter, or null for any
   * @return a new filter
   */
  public LetterFilter key(@Nullable String value) {
    return new LetterFilter(
        state, queue, type, callId, method, value, text, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters that mention this text, whatever the case. Takes the place of an earlier
   * condition.
   *
   * @param part what occurs in the arguments, the failure or the key, or null for any
   * @return a new filter
   */
  public LetterFilter text(@Nullable String part) {
    return new LetterFilter(
        state, queue, type, callId, method, key, part, failedFrom, failedUntil, expiredAt);
  }

  /**
   * Means only letters whose last failure was at this time or later. Takes the place of an earlier
   * condition.
   *
   * @param from the earliest time, inclusive, or null for any
   * @return a new filter
   */
  public LetterFilter failedFrom(@Nullable Instant from) {
    return new LetterFilter(
        state, queue, type, callId, method, key, text, from, failedUntil, expiredAt);
  }

  /**
   * Means only letters whose last failure was before this time. Takes the place of an earlier
   * condition.
   *
   * @param until the latest time, exclusive, or null for any
   * @return a new filter
   */
  public LetterFilter failedUntil(@Nullable Instant until) {
    return new LetterFilter(
        state, queue, type, callId, method, key, text, failedFrom, until, expiredAt);
  }

  /**
   * Means only letters whose retention is over at this time. Takes the place of an earlier
   * condition.
   *
   * @param now when the letter is not to be kept any longer, or null for any
   * @return a new filter
   */
  public LetterFilter expiredAt(@Nullable Instant now) {
    return new LetterFilter(
        state, queue, type, callId, method, key, text, failedFrom, failedUntil, now);
  }

  /**
   * Applies the filter.
   *
   * @param letter a letter
   * @return true if all conditions hold
   */
  public boolean matches(Letter letter) {
    return is(state, letter.state())
        && is(queue, letter.queue())
        && is(type, letter.type())
        && is(callId, letter.callId())
        && is(key, letter.key())
        && (method == null || matchesMethod(letter.receiver(), letter.method()))
        && matchesTimes(letter.lastFailure(), letter.retainUntil())
        && (text == null || mentions(letter, text));
  }

  /**
   * Applies the condition about the method alone.
   *
   * @param receiver the class that declares a method
   * @param name its name
   * @return true if {@link #method()} is null or means this one
   */
  public boolean matchesMethod(String receiver, String name) {
    if (method == null || method.equals(name)) {
      return true;
    }
    String full = receiver + "." + name;
    return method.endsWith("." + name)
        && full.endsWith(method)
        && (full.length() == method.length() || isBoundary(full, method));
  }

  private static boolean isBoundary(String full, String end) {
    char before = full.charAt(full.length() - end.length() - 1);
    return before == '.' || before == '$';
  }

  /**
   * Applies the conditions about times alone.
   *
   * @param lastFailure when a letter's call failed last
   * @param retainUntil until when the letter is kept
   * @return true if all of them hold
   */
  public boolean matchesTimes(Instant lastFailure, Instant retainUntil) {
    return (failedFrom == null || !lastFailure.isBefore(failedFrom))
        && (failedUntil == null || lastFailure.isBefore(failedUntil))
        && (expiredAt == null || !retainUntil.isAfter(expiredAt));
  }

  private static boolean is(@Nullable Object wanted, @Nullable Object found) {
    return wanted == null || wanted.equals(found);
  }

  private static boolean mentions(Letter letter, String part) {
    return contains(letter.failure(), part)
        || contains(letter.key(), part)
        || letter.arguments().stream().anyMatch(argument -> contains(argument.json(), part));
  }

  private static boolean contains(@Nullable String whole, String part) {
    if (whole == null) {
      return false;
    }
    for (int at = 0; at <= whole.length() - part.length(); at++) {
      if (whole.regionMatches(true, at, part, 0, part.length())) {
        return true;
      }
    }
    return false;
  }
}
