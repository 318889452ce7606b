package dev.mulligan.benchmarks;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.core.retry.RetryTemplate;

/**
 * The peers, told to do the same work: three attempts, and a breaker that opens from 50 % failures
 * of the last 60 seconds or, where there is no such window, of the last 100 calls.
 */
final class Peers {
  final Retry resilience4jRetry = Retry.of("retry", RetryConfig.custom().maxAttempts(3).build());
  final io.github.resilience4j.circuitbreaker.CircuitBreaker resilience4jBreaker =
      io.github.resilience4j.circuitbreaker.CircuitBreaker.of(
          "breaker",
          CircuitBreakerConfig.custom()
              .slidingWindow(60, 20, SlidingWindowType.TIME_BASED)
              .failureRateThreshold(50)
              .build());
  final FailsafeExecutor<Object> failsafeRetry =
      Failsafe.with(RetryPolicy.builder().withMaxAttempts(3).build());
  final FailsafeExecutor<Object> failsafeBreaker =
      Failsafe.with(
          CircuitBreaker.builder()
              .withFailureRateThreshold(50, 20, Duration.ofSeconds(60))
              .build());
  final RetryTemplate springRetry = springRetry();
  final TypedGuard<Integer> smallryeBoth =
      TypedGuard.create(Integer.class)
          .withRetry()
          .maxRetries(2)
          .done()
          .withCircuitBreaker()
          .requestVolumeThreshold(100)
          .failureRatio(0.5)
          .delay(30, ChronoUnit.SECONDS)
          .done()
          .build();

  private static RetryTemplate springRetry() {
    RetryTemplate template = new RetryTemplate();
    template.setRetryPolicy(
        org.springframework.core.retry.RetryPolicy.builder().maxRetries(2).build());
    return template;
  }
}
