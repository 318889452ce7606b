package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.RateLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link RateLimitPolicy}; one method an attribute of {@link RateLimit}. Not thread-safe.
 */
public final class RateLimitPolicyBuilder {
  static final Schema<RateLimitPolicyBuilder> SCHEMA =
      Schema.of("RateLimit", RateLimitPolicyBuilder::new)
          .integer("permits", RateLimitPolicyBuilder::permits)
          .duration("per", RateLimitPolicyBuilder::per)
          .duration("maxWait", RateLimitPolicyBuilder::maxWait);

  private @Nullable Integer permits;
  private Duration per = Duration.ofSeconds(1);
  private Duration maxWait = Duration.ZERO;

  RateLimitPolicyBuilder() {}

  /**
   * Limits the calls in a stretch of time.
   *
   * @param value see {@link RateLimit#permits()}
   * @return this builder
   */
  public RateLimitPolicyBuilder permits(int value) {
    permits = value;
    return this;
  }

  /**
   * Sets the length of the stretch.
   *
   * @param value see {@link RateLimit#per()}
   * @return this builder
   */
  public RateLimitPolicyBuilder per(Duration value) {
    per = value;
    return this;
  }

  /**
   * Sets the length of the stretch, as the annotation writes it.
   *
   * @param value see {@link RateLimit#per()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public RateLimitPolicyBuilder per(String value) {
    return per(SCHEMA.parseDuration("per", value));
  }

  /**
   * Lets calls wait for a permit.
   *
   * @param value see {@link RateLimit#maxWait()}
   * @return this builder
   */
  public RateLimitPolicyBuilder maxWait(Duration value) {
    maxWait = value;
    return this;
  }

  /**
   * Lets calls wait for a permit, as the annotation writes it.
   *
   * @param value see {@link RateLimit#maxWait()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public RateLimitPolicyBuilder maxWait(String value) {
    return maxWait(SCHEMA.parseDuration("maxWait", value));
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is missing or out of its range
   */
  public RateLimitPolicy build() {
    return new RateLimitPolicy(SCHEMA.required("permits", permits), per, maxWait);
  }
}
