package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.policy.BreakerWindow;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.policy.FailureRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Policies of breaker tests: ten seconds open, two probes, unless a test says otherwise. */
record Policies(
    int consecutiveFailures,
    double failureRate,
    int minimumCalls,
    String window,
    @Nullable Duration slowCall,
    double slowCallRate,
    Duration maxOpenFor,
    int probes) {
  static final Duration OPEN_FOR = Duration.ofSeconds(10);

  /** Opens at half of at least so many of the last 100 calls. */
  static Policies half(int minimumCalls) {
    return new Policies(0, 50, minimumCalls, "100 calls", null, 100, OPEN_FOR, 2);
  }

  static Policies inARow(int failures) {
    return new Policies(failures, 100, 100, "100 calls", null, 100, OPEN_FOR, 2);
  }

  Policies over(String changed) {
    return new Policies(
        consecutiveFailures,
        failureRate,
        minimumCalls,
        changed,
        slowCall,
        slowCallRate,
        maxOpenFor,
        probes);
  }

  Policies slow(Duration threshold, double rate) {
    return new Policies(
        consecutiveFailures,
        failureRate,
        minimumCalls,
        window,
        threshold,
        rate,
        maxOpenFor,
        probes);
  }

  Policies growingTo(Duration most) {
    return new Policies(
        consecutiveFailures,
        failureRate,
        minimumCalls,
        window,
        slowCall,
        slowCallRate,
        most,
        probes);
  }

  Policies probes(int changed) {
    return new Policies(
        consecutiveFailures,
        failureRate,
        minimumCalls,
        window,
        slowCall,
        slowCallRate,
        maxOpenFor,
        changed);
  }

  Policies rate(double changed) {
    return new Policies(
        consecutiveFailures,
        changed,
        minimumCalls,
        window,
        slowCall,
        slowCallRate,
        maxOpenFor,
        probes);
  }

  CircuitBreakerPolicy policy() {
    FailureRules failures = CircuitBreakerPolicy.builder().build().failures();
    return new CircuitBreakerPolicy(
        "",
        failures,
        consecutiveFailures,
        failureRate,
        minimumCalls,
        BreakerWindow.parse(window),
        slowCall,
        slowCallRate,
        OPEN_FOR,
        maxOpenFor,
        probes);
  }

  Breaker breaker() {
    return new Breaker("test", null, policy());
  }
}
