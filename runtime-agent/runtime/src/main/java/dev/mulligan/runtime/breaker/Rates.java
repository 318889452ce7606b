package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.policy.CircuitBreakerPolicy;

/** What a window holds. */
record Rates(long calls, long failures, long slow) {
  boolean exceed(CircuitBreakerPolicy policy) {
    return calls >= policy.minimumCalls()
        && (100.0 * failures >= policy.failureRate() * calls
            || (policy.slowCall() != null && 100.0 * slow >= policy.slowCallRate() * calls));
  }
}
