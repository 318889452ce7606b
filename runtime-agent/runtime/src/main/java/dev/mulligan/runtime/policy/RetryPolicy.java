package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Jitter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The values of one {@link dev.mulligan.annotations.Retry}, checked. Immutable.
 *
 * @param name the policy's name; empty means that it is derived from the method
 * @param maxAttempts total calls, 1 to 1,000,000
 * @param backoff how the delay grows
 * @param custom the name of a class that computes the delay, or null
 * @param delay the base delay
 * @param multiplier the growth, 1 to 1,000
 * @param maxDelay the cap before jitter
 * @param minDelay the floor after jitter
 * @param jitter how delays are spread
 * @param maxDuration the limit of the whole call
 * @param failures which failures are worth another attempt
 * @param onResult the name of a predicate class over the result, or null
 * @param respectRetryAfter whether a failure's hint is a minimum
 * @param budget the share of further attempts in per cent; zero means no limit
 */
public record RetryPolicy(
    String name,
    int maxAttempts,
    Backoff backoff,
    @Nullable String custom,
    Duration delay,
    double multiplier,
    Duration maxDelay,
    Duration minDelay,
    Jitter jitter,
    Duration maxDuration,
    FailureRules failures,
    @Nullable String onResult,
    boolean respectRetryAfter,
    double budget) {

  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range, or two contradict each other
   */
  public RetryPolicy {
    new Checks("Retry")
        .range("maxAttempts", maxAttempts, 1, 1_000_000)
        .notNegative("delay", delay)
        .range("multiplier", multiplier, 1, 1000)
        .notNegative("minDelay", minDelay)
        .notNegative("maxDelay", maxDelay)
        .atLeast("maxDelay", maxDelay, "delay", delay)
        .atLeast("maxDelay", maxDelay, "minDelay", minDelay)
        .positive("maxDuration", maxDuration)
        .range("budget", budget, 0, 100)
        .done();
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder
   */
  public static RetryPolicyBuilder builder() {
    return new RetryPolicyBuilder();
  }
}
