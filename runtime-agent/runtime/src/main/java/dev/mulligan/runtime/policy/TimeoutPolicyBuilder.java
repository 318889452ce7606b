package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.Timeout;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TimeoutPolicy}; one method an attribute of {@link Timeout}. Not thread-safe. */
public final class TimeoutPolicyBuilder {
  static final Schema<TimeoutPolicyBuilder> SCHEMA =
      Schema.of("Timeout", TimeoutPolicyBuilder::new)
          .duration("value", TimeoutPolicyBuilder::value)
          .flag("interrupt", TimeoutPolicyBuilder::interrupt);

  private @Nullable Duration limit;
  private boolean interrupt = true;

  TimeoutPolicyBuilder() {}

  /**
   * Limits one attempt.
   *
   * @param value see {@link Timeout#value()}
   * @return this builder
   */
  public TimeoutPolicyBuilder value(Duration value) {
    limit = value;
    return this;
  }

  /**
   * Limits one attempt, as the annotation writes it.
   *
   * @param value see {@link Timeout#value()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public TimeoutPolicyBuilder value(String value) {
    return value(SCHEMA.parseDuration("value", value));
  }

  /**
   * Chooses whether the thread of the body is interrupted after the limit.
   *
   * @param value see {@link Timeout#interrupt()}
   * @return this builder
   */
  public TimeoutPolicyBuilder interrupt(boolean value) {
    interrupt = value;
    return this;
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is missing or out of its range
   */
  public TimeoutPolicy build() {
    return new TimeoutPolicy(SCHEMA.required("value", limit), interrupt);
  }
}
