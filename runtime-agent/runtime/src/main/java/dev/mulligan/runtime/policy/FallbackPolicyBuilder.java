package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.Fallback;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link FallbackPolicy}; one method an attribute of {@link Fallback}. Not thread-safe.
 */
public final class FallbackPolicyBuilder {
  static final Schema<FallbackPolicyBuilder> SCHEMA =
      Schema.of("Fallback", FallbackPolicyBuilder::new).text("value", FallbackPolicyBuilder::value);

  private @Nullable String method;

  FallbackPolicyBuilder() {}

  /**
   * Names the method to call instead.
   *
   * @param value see {@link Fallback#value()}
   * @return this builder
   */
  public FallbackPolicyBuilder value(String value) {
    method = value;
    return this;
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is missing or out of its range
   */
  public FallbackPolicy build() {
    return new FallbackPolicy(SCHEMA.required("value", method));
  }
}
