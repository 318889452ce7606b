package dev.mulligan.runtime.policy;

import java.time.Duration;

/**
 * The values of one {@link dev.mulligan.annotations.Timeout}, checked. Immutable.
 *
 * @param limit how long one attempt may take
 * @param interrupt whether the thread of the body is interrupted after the limit
 */
public record TimeoutPolicy(Duration limit, boolean interrupt) {
  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range
   */
  public TimeoutPolicy {
    new Checks("Timeout").positive("value", limit).done();
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder; the attributes that have no default must be given
   */
  public static TimeoutPolicyBuilder builder() {
    return new TimeoutPolicyBuilder();
  }
}
