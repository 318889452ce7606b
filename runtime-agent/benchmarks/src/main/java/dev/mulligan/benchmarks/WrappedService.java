package dev.mulligan.benchmarks;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;

/** The work under Mulligan's policies, through the generated {@code ResilientWrappedService}. */
public class WrappedService {
  private int offset = 42;
  private int flakyCalls;

  /**
   * Works under a retry policy.
   *
   * @param input a number
   * @return a number
   */
  @Retry(maxAttempts = 3)
  public int retry(int input) {
    return offset + input;
  }

  /**
   * Works behind a circuit breaker.
   *
   * @param input a number
   * @return a number
   */
  @CircuitBreaker(window = "60s")
  public int breaker(int input) {
    return offset + input;
  }

  /**
   * Works under retry, breaker, dead letter and fallback.
   *
   * @param input a number
   * @return a number
   */
  @Retry(maxAttempts = 3)
  @CircuitBreaker(window = "60s")
  @DeadLetter
  @Fallback("zero")
  public int all(int input) {
    return offset + input;
  }

  /**
   * Answers in place of {@link #all}.
   *
   * @param input a number
   * @return zero
   */
  public int zero(int input) {
    return 0;
  }

  /**
   * Works under a bulkhead.
   *
   * @param input a number
   * @return a number
   */
  @Bulkhead(100)
  public int bulkhead(int input) {
    return offset + input;
  }

  /**
   * Works under a rate limit.
   *
   * @param input a number
   * @return a number
   */
  @RateLimit(permits = 100_000, per = "100ms")
  public int rateLimit(int input) {
    return offset + input;
  }

  /**
   * Opens its breaker at the first failure, for an hour.
   *
   * @param input a number; a negative one fails
   * @return a number
   */
  @CircuitBreaker(consecutiveFailures = 1, openFor = "1h")
  public int open(int input) {
    if (input < 0) {
      throw Trouble.INSTANCE;
    }
    return offset + input;
  }

  /**
   * Fails at every other attempt, and is attempted again at once.
   *
   * @param input a number
   * @return a number
   */
  @Retry(maxAttempts = 2, backoff = Backoff.NONE)
  public int flaky(int input) {
    if ((flakyCalls++ & 1) == 0) {
      throw Trouble.INSTANCE;
    }
    return offset + input;
  }
}
