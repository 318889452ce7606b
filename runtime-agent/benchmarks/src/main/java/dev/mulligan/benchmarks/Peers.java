package dev.mulligan.benchmarks;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
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
  private static final int PERMITS = 100_000;
  private static final Duration PER = Duration.ofMillis(100);

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
  final Retry resilience4jRetryAtOnce =
      Retry.of(
          "at once", RetryConfig.custom().maxAttempts(2).intervalFunction(failed -> 0L).build());
  final io.github.resilience4j.circuitbreaker.CircuitBreaker resilience4jOpenBreaker =
      io.github.resilience4j.circuitbreaker.CircuitBreaker.of(
          "open",
          CircuitBreakerConfig.custom()
              .waitDurationInOpenState(Duration.ofHours(1))
              .writableStackTraceEnabled(false)
              .build());
  final io.github.resilience4j.bulkhead.Bulkhead resilience4jBulkhead =
      io.github.resilience4j.bulkhead.Bulkhead.of(
          "bulkhead", BulkheadConfig.custom().maxConcurrentCalls(100).build());
  final RateLimiter resilience4jRateLimiter =
      RateLimiter.of(
          "rate limit",
          RateLimiterConfig.custom()
              .limitForPeriod(PERMITS)
              .limitRefreshPeriod(PER)
              .timeoutDuration(Duration.ZERO)
              .build());
  final CircuitBreaker<Object> failsafeOpenBreaker =
      CircuitBreaker.builder().withDelay(Duration.ofHours(1)).build();
  final FailsafeExecutor<Object> failsafeOpen = Failsafe.with(failsafeOpenBreaker);
  final FailsafeExecutor<Object> failsafeBulkhead = Failsafe.with(Bulkhead.of(100));
  final FailsafeExecutor<Object> failsafeRateLimiter =
      Failsafe.with(dev.failsafe.RateLimiter.burstyBuilder(PERMITS, PER).build());
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

  final TypedGuard<Integer> smallryeRetryAtOnce =
      TypedGuard.create(Integer.class)
          .withRetry()
          .maxRetries(1)
          .delay(0, ChronoUnit.MILLIS)
          .jitter(0, ChronoUnit.MILLIS)
          .done()
          .build();
  final TypedGuard<Integer> smallryeOpenBreaker =
      TypedGuard.create(Integer.class)
          .withCircuitBreaker()
          .requestVolumeThreshold(2)
          .failureRatio(0.5)
          .delay(1, ChronoUnit.HOURS)
          .done()
          .build();
  final TypedGuard<Integer> smallryeBulkhead =
      TypedGuard.create(Integer.class).withBulkhead().limit(100).done().build();
  final TypedGuard<Integer> smallryeRateLimit =
      TypedGuard.create(Integer.class)
          .withRateLimit()
          .limit(PERMITS)
          .window(PER.toMillis(), ChronoUnit.MILLIS)
          .done()
          .build();

  private static RetryTemplate springRetry() {
    RetryTemplate template = new RetryTemplate();
    template.setRetryPolicy(
        org.springframework.core.retry.RetryPolicy.builder().maxRetries(2).build());
    return template;
  }
}
