package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.WhenOpen;
import java.time.Duration;

/**
 * Builds a {@link DeadLetterPolicy}; one method an attribute of {@link DeadLetter}. Not
 * thread-safe.
 */
public final class DeadLetterPolicyBuilder extends FailureRulesBuilder<DeadLetterPolicyBuilder> {
  static final Schema<DeadLetterPolicyBuilder> SCHEMA =
      addTo(
          Schema.of("DeadLetter", DeadLetterPolicyBuilder::new)
              .text("queue", DeadLetterPolicyBuilder::queue)
              .text("id", DeadLetterPolicyBuilder::id)
              .flag("snapshot", DeadLetterPolicyBuilder::snapshot)
              .duration("retention", DeadLetterPolicyBuilder::retention)
              .constant("whenOpen", WhenOpen.class, DeadLetterPolicyBuilder::whenOpen));

  private String queue = "default";
  private String id = "";
  private boolean snapshot;
  private Duration retention = Duration.ofDays(30);
  private WhenOpen whenOpen = WhenOpen.REJECT;

  DeadLetterPolicyBuilder() {}

  /**
   * Names the queue.
   *
   * @param value see {@link DeadLetter#queue()}
   * @return this builder
   */
  public DeadLetterPolicyBuilder queue(String value) {
    queue = value;
    return this;
  }

  /**
   * Gives the call a stable identity.
   *
   * @param value see {@link DeadLetter#id()}
   * @return this builder
   */
  public DeadLetterPolicyBuilder id(String value) {
    id = value;
    return this;
  }

  /**
   * Chooses whether arguments are copied when the call begins.
   *
   * @param value see {@link DeadLetter#snapshot()}
   * @return this builder
   */
  public DeadLetterPolicyBuilder snapshot(boolean value) {
    snapshot = value;
    return this;
  }

  /**
   * Sets how long a letter is kept.
   *
   * @param value see {@link DeadLetter#retention()}
   * @return this builder
   */
  public DeadLetterPolicyBuilder retention(Duration value) {
    retention = value;
    return this;
  }

  /**
   * Sets how long a letter is kept, as the annotation writes it.
   *
   * @param value see {@link DeadLetter#retention()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public DeadLetterPolicyBuilder retention(String value) {
    return retention(SCHEMA.parseDuration("retention", value));
  }

  /**
   * Chooses what happens to a refused call.
   *
   * @param value see {@link DeadLetter#whenOpen()}
   * @return this builder
   */
  public DeadLetterPolicyBuilder whenOpen(WhenOpen value) {
    whenOpen = value;
    return this;
  }

  @Override
  DeadLetterPolicyBuilder self() {
    return this;
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is out of its range, or two contradict each other
   */
  public DeadLetterPolicy build() {
    return new DeadLetterPolicy(queue, rules(), id, snapshot, retention, whenOpen);
  }
}
