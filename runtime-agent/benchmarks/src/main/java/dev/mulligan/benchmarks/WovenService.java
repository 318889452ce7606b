package dev.mulligan.benchmarks;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;

/** The work under Mulligan's policies; the build weaves this class as the agent would. */
public class WovenService {
  private int state = 42;

  /**
   * Works under a retry policy.
   *
   * @param input changes the result
   * @return a number
   */
  @Retry(maxAttempts = 3)
  public int retry(int input) {
    state ^= input;
    return state;
  }

  /**
   * Works behind a circuit breaker.
   *
   * @param input changes the result
   * @return a number
   */
  @CircuitBreaker(window = "60s")
  public int breaker(int input) {
    state ^= input;
    return state;
  }

  /**
   * Works under all policies.
   *
   * @param input changes the result
   * @return a number
   */
  @Retry(maxAttempts = 3)
  @CircuitBreaker(window = "60s")
  @DeadLetter
  public int all(int input) {
    state ^= input;
    return state;
  }
}
