package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.WhenOpen;
import java.time.Duration;

/**
 * The values of one {@link dev.mulligan.annotations.DeadLetter}, checked. Immutable.
 *
 * @param queue the queue that letters are filed under
 * @param failures which failures leave a letter
 * @param id the stable identity of the call; empty means that it is derived from the signature
 * @param snapshot whether arguments are copied when the call begins
 * @param retention how long a letter is kept
 * @param whenOpen what happens to a refused call
 */
public record DeadLetterPolicy(
    String queue,
    FailureRules failures,
    String id,
    boolean snapshot,
    Duration retention,
    WhenOpen whenOpen) {

  /**
   * Checks the values.
   *
   * @throws PolicyException if one is out of its range
   */
  public DeadLetterPolicy {
    new Checks("DeadLetter")
        .require(!queue.isBlank(), "queue", '"' + queue + '"', "must not be blank")
        .positive("retention", retention)
        .done();
  }

  /**
   * Starts a policy with the defaults of the annotation.
   *
   * @return a builder
   */
  public static DeadLetterPolicyBuilder builder() {
    return new DeadLetterPolicyBuilder();
  }
}
