package dev.mulligan.runtime.policy;

import java.time.Duration;

/**
 * The values of one {@link dev.mulligan.annotations.Bulkhead}, checked. Immutable.
 *
 * @param maxCalls how many calls may be in the body at once, 1 to 1,000,000
 * @param maxWait how long a call may wait for a permit; zero means not at all
 */
public record BulkheadPolicy(int maxCalls, Duration maxWait) {
  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range
   */
  public BulkheadPolicy {
    new Checks("Bulkhead")
        .range("value", maxCalls, 1, 1_000_000)
        .notNegative("maxWait", maxWait)
        .done();
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder; the attributes that have no default must be given
   */
  public static BulkheadPolicyBuilder builder() {
    return new BulkheadPolicyBuilder();
  }
}
