package dev.mulligan.runtime.policy;

import java.time.Duration;

/**
 * The values of one {@link dev.mulligan.annotations.RateLimit}, checked. Immutable.
 *
 * @param permits how many calls may begin in any stretch of {@code per}, 1 to 1,000,000
 * @param per the length of the stretch
 * @param maxWait how long a call may wait for a permit; zero means not at all
 */
public record RateLimitPolicy(int permits, Duration per, Duration maxWait) {
  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range
   */
  public RateLimitPolicy {
    new Checks("RateLimit")
        .range("permits", permits, 1, 1_000_000)
        .positive("per", per)
        .notNegative("maxWait", maxWait)
        .done();
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder; the attributes that have no default must be given
   */
  public static RateLimitPolicyBuilder builder() {
    return new RateLimitPolicyBuilder();
  }
}
