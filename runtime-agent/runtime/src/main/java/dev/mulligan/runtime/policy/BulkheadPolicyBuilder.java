package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.Bulkhead;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link BulkheadPolicy}; one method an attribute of {@link Bulkhead}. Not thread-safe.
 */
public final class BulkheadPolicyBuilder {
  static final Schema<BulkheadPolicyBuilder> SCHEMA =
      Schema.of("Bulkhead", BulkheadPolicyBuilder::new)
          .integer("value", BulkheadPolicyBuilder::value)
          .duration("maxWait", BulkheadPolicyBuilder::maxWait);

  private @Nullable Integer maxCalls;
  private Duration maxWait = Duration.ZERO;

  BulkheadPolicyBuilder() {}

  /**
   * Limits the calls in the body.
   *
   * @param value see {@link Bulkhead#value()}
   * @return this builder
   */
  public BulkheadPolicyBuilder value(int value) {
    maxCalls = value;
    return this;
  }

  /**
   * Lets calls wait for a permit.
   *
   * @param value see {@link Bulkhead#maxWait()}
   * @return this builder
   */
  public BulkheadPolicyBuilder maxWait(Duration value) {
    maxWait = value;
    return this;
  }

  /**
   * Lets calls wait for a permit, as the annotation writes it.
   *
   * @param value see {@link Bulkhead#maxWait()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public BulkheadPolicyBuilder maxWait(String value) {
    return maxWait(SCHEMA.parseDuration("maxWait", value));
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is missing or out of its range
   */
  public BulkheadPolicy build() {
    return new BulkheadPolicy(SCHEMA.required("value", maxCalls), maxWait);
  }
}
