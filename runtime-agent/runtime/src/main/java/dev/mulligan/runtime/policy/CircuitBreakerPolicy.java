package dev.mulligan.runtime.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The values of one {@link dev.mulligan.annotations.CircuitBreaker}, checked. Immutable.
 *
 * @param name the policy's name; empty means that it is derived from the method
 * @param failures which failures count
 * @param consecutiveFailures failures in a row that open the breaker; zero means off
 * @param failureRate per cent of failures that open it
 * @param minimumCalls calls before a rate means anything
 * @param window over what rates are taken
 * @param slowCall from which duration an attempt is slow, or null
 * @param slowCallRate per cent of slow attempts that open it
 * @param openFor how long it stays open
 * @param maxOpenFor up to what the open time grows; equal to {@code openFor} if it does not
 * @param halfOpenCalls how many probes
 */
public record CircuitBreakerPolicy(
    String name,
    FailureRules failures,
    int consecutiveFailures,
    double failureRate,
    int minimumCalls,
    BreakerWindow window,
    @Nullable Duration slowCall,
    double slowCallRate,
    Duration openFor,
    Duration maxOpenFor,
    int halfOpenCalls) {

  private static final Duration SHORTEST_WINDOW = Duration.ofMillis(10);
  private static final int MOST_CALLS = 100_000;

  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range, or two contradict each other
   */
  public CircuitBreakerPolicy {
    Checks checks =
        new Checks("CircuitBreaker")
            .range("consecutiveFailures", consecutiveFailures, 0, 1_000_000)
            .percentage("failureRate", failureRate)
            .range("minimumCalls", minimumCalls, 1, 1_000_000)
            .percentage("slowCallRate", slowCallRate)
            .positive("openFor", openFor)
            .atLeast("maxOpenFor", maxOpenFor, "openFor", openFor)
            .range("halfOpenCalls", halfOpenCalls, 1, 10_000);
    if (slowCall != null) {
      checks.positive("slowCall", slowCall);
    }
    check(checks, window, minimumCalls);
    checks.done();
  }

  private static void check(Checks checks, BreakerWindow window, int minimumCalls) {
    Duration time = window.time();
    if (time != null) {
      checks.atLeast("window", time, "the shortest window", SHORTEST_WINDOW);
      return;
    }
    checks.require(
        window.calls() >= 1 && window.calls() <= MOST_CALLS,
        "window",
        window.toString(),
        "must hold 1 to " + MOST_CALLS + " calls");
    checks.require(
        minimumCalls <= window.calls(),
        "minimumCalls",
        Integer.toString(minimumCalls),
        "must not be above the window of " + window);
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder
   */
  public static CircuitBreakerPolicyBuilder builder() {
    return new CircuitBreakerPolicyBuilder();
  }
}
