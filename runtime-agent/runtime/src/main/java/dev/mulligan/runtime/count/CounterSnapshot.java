package dev.mulligan.runtime.count;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.event.RefusalReason;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What happened to the calls of one guarded method since it was first called. Immutable.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param successes how many attempts returned; empty if that is not counted
 * @param failures how many attempts failed, by type; every type is there
 * @param refusals how many calls were refused without an attempt, by reason; every reason is there
 * @param retries how many attempts followed a failed one
 * @param recovered how many calls succeeded after failed attempts
 * @param exhausted how many calls failed for good
 * @param fallbacks how many calls a fallback answered
 * @param timeouts how many attempts ran out of their time; they are among the failures too
 * @param abandoned how many attempts run on although their callers went away; goes up and down
 * @param lettersWritten how many dead letters are safe
 * @param lettersRejected how many dead letters could not be kept
 */
public record CounterSnapshot(
    String policy,
    String method,
    OptionalLong successes,
    Map<FailureType, Long> failures,
    Map<RefusalReason, Long> refusals,
    long retries,
    long recovered,
    long exhausted,
    long fallbacks,
    long timeouts,
    long abandoned,
    long lettersWritten,
    long lettersRejected) {

  /** Copies the maps. */
  public CounterSnapshot {
    failures = copy(FailureType.class, failures);
    refusals = copy(RefusalReason.class, refusals);
  }

  private static <E extends Enum<E>> Map<E, Long> copy(Class<E> type, Map<E, Long> counts) {
    Map<E, Long> copy = new EnumMap<>(type);
    for (E constant : type.getEnumConstants()) {
      copy.put(constant, counts.getOrDefault(constant, 0L));
    }
    return Collections.unmodifiableMap(copy);
  }

  /**
   * Adds another snapshot, for one method that is loaded twice.
   *
   * @param other the counts to add
   * @return the sums, under this one's names; successes are those of the snapshots that count them
   */
  public CounterSnapshot plus(CounterSnapshot other) {
    return new CounterSnapshot(
        policy,
        method,
        plus(successes, other.successes),
        plus(FailureType.class, failures, other.failures),
        plus(RefusalReason.class, refusals, other.refusals),
        retries + other.retries,
        recovered + other.recovered,
        exhausted + other.exhausted,
        fallbacks + other.fallbacks,
        timeouts + other.timeouts,
        abandoned + other.abandoned,
        lettersWritten + other.lettersWritten,
        lettersRejected + other.lettersRejected);
  }

  private static OptionalLong plus(OptionalLong a, OptionalLong b) {
    return a.isPresent() && b.isPresent()
        ? OptionalLong.of(a.getAsLong() + b.getAsLong())
        : a.isPresent() ? a : b;
  }

  private static <E extends Enum<E>> Map<E, Long> plus(
      Class<E> type, Map<E, Long> a, Map<E, Long> b) {
    Map<E, Long> sum = new EnumMap<>(type);
    sum.putAll(a);
    b.forEach((constant, count) -> sum.merge(constant, count, Long::sum));
    return sum;
  }
}
