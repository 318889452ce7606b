package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.policy.CircuitBreakerPolicy;

/**
 * What a window holds.
 *
 * @param calls the attempts, those included that are still running but already slow
 * @param failures those that failed and count
 * @param slow those that took, or are taking, longer than the slow-call threshold
 */
public record Rates(long calls, long failures, long slow) {
  static final Rates NONE = new Rates(0, 0, 0);

  boolean exceed(CircuitBreakerPolicy policy) {
    return calls >= policy.minimumCalls()
        && (100.0 * failures >= policy.failureRate() * calls
            || (policy.slowCall() != null && 100.0 * slow >= policy.slowCallRate() * calls));
  }
}
