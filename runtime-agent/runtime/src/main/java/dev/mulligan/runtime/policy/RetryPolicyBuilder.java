package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Retry;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builds a {@link RetryPolicy}; one method an attribute of {@link Retry}. Not thread-safe. */
public final class RetryPolicyBuilder extends FailureRulesBuilder<RetryPolicyBuilder> {
  static final Schema<RetryPolicyBuilder> SCHEMA =
      addTo(
          Schema.of("Retry", RetryPolicyBuilder::new)
              .text("name", RetryPolicyBuilder::name)
              .integer("maxAttempts", RetryPolicyBuilder::maxAttempts)
              .constant("backoff", Backoff.class, RetryPolicyBuilder::backoff)
              .text("custom", RetryPolicyBuilder::customName)
              .duration("delay", RetryPolicyBuilder::delay)
              .number("multiplier", RetryPolicyBuilder::multiplier)
              .duration("maxDelay", RetryPolicyBuilder::maxDelay)
              .duration("minDelay", RetryPolicyBuilder::minDelay)
              .constant("jitter", Jitter.class, RetryPolicyBuilder::jitter)
              .duration("maxDuration", RetryPolicyBuilder::maxDuration)
              .text("onResult", RetryPolicyBuilder::onResultName)
              .flag("respectRetryAfter", RetryPolicyBuilder::respectRetryAfter)
              .text("budget", RetryPolicyBuilder::budget));

  private String name = "";
  private int maxAttempts = 3;
  private Backoff backoff = Backoff.EXPONENTIAL;
  private @Nullable String custom;
  private Duration delay = Duration.ofMillis(200);
  private double multiplier = 2;
  private Duration maxDelay = Duration.ofSeconds(60);
  private Duration minDelay = Duration.ZERO;
  private Jitter jitter = Jitter.FULL;
  private Duration maxDuration = Duration.ofMinutes(5);
  private @Nullable String onResult;
  private boolean respectRetryAfter = true;
  private double budget;

  RetryPolicyBuilder() {}

  /**
   * Names the policy.
   *
   * @param value see {@link Retry#name()}
   * @return this builder
   */
  public RetryPolicyBuilder name(String value) {
    name = value;
    return this;
  }

  /**
   * Limits the attempts.
   *
   * @param value see {@link Retry#maxAttempts()}
   * @return this builder
   */
  public RetryPolicyBuilder maxAttempts(int value) {
    maxAttempts = value;
    return this;
  }

  /**
   * Chooses how the delay grows.
   *
   * @param value see {@link Retry#backoff()}
   * @return this builder
   */
  public RetryPolicyBuilder backoff(Backoff value) {
    backoff = value;
    return this;
  }

  /**
   * Computes the delay by a class of the application.
   *
   * @param value see {@link Retry#custom()}
   * @return this builder
   */
  public RetryPolicyBuilder custom(Class<? extends CustomBackoff> value) {
    return customName(value.getName());
  }

  /**
   * Sets the base delay.
   *
   * @param value see {@link Retry#delay()}
   * @return this builder
   */
  public RetryPolicyBuilder delay(Duration value) {
    delay = value;
    return this;
  }

  /**
   * Sets the base delay, as the annotation writes it.
   *
   * @param value see {@link Retry#delay()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public RetryPolicyBuilder delay(String value) {
    return delay(SCHEMA.parseDuration("delay", value));
  }

  /**
   * Sets the growth.
   *
   * @param value see {@link Retry#multiplier()}
   * @return this builder
   */
  public RetryPolicyBuilder multiplier(double value) {
    multiplier = value;
    return this;
  }

  /**
   * Caps the delay.
   *
   * @param value see {@link Retry#maxDelay()}
   * @return this builder
   */
  public RetryPolicyBuilder maxDelay(Duration value) {
    maxDelay = value;
    return this;
  }

  /**
   * Caps the delay, as the annotation writes it.
   *
   * @param value see {@link Retry#maxDelay()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public RetryPolicyBuilder maxDelay(String value) {
    return maxDelay(SCHEMA.parseDuration("maxDelay", value));
  }

  /**
   * Floors the delay.
   *
   * @param value see {@link Retry#minDelay()}
   * @return this builder
   */
  public RetryPolicyBuilder minDelay(Duration value) {
    minDelay = value;
    return this;
  }

  /**
   * Floors the delay, as the annotation writes it.
   *
   * @param value see {@link Retry#minDelay()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public RetryPolicyBuilder minDelay(String value) {
    return minDelay(SCHEMA.parseDuration("minDelay", value));
  }

  /**
   * Chooses the jitter.
   *
   * @param value see {@link Retry#jitter()}
   * @return this builder
   */
  public RetryPolicyBuilder jitter(Jitter value) {
    jitter = value;
    return this;
  }

  /**
   * Limits the time of the whole call.
   *
   * @param value see {@link Retry#maxDuration()}
   * @return this builder
   */
  public RetryPolicyBuilder maxDuration(Duration value) {
    maxDuration = value;
    return this;
  }

  /**
   * Limits the time of the whole call, as the annotation writes it.
   *
   * @param value see {@link Retry#maxDuration()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public RetryPolicyBuilder maxDuration(String value) {
    return maxDuration(SCHEMA.parseDuration("maxDuration", value));
  }

  /**
   * Names a predicate over the result.
   *
   * @param value see {@link Retry#onResult()}
   * @return this builder
   */
  public RetryPolicyBuilder onResult(Class<? extends Predicate<?>> value) {
    return onResultName(value.getName());
  }

  /**
   * Chooses whether a failure's hint is a minimum.
   *
   * @param value see {@link Retry#respectRetryAfter()}
   * @return this builder
   */
  public RetryPolicyBuilder respectRetryAfter(boolean value) {
    respectRetryAfter = value;
    return this;
  }

  /**
   * Limits the share of further attempts.
   *
   * @param value see {@link Retry#budget()}
   * @return this builder
   * @throws PolicyException if the text is neither empty nor a percentage
   */
  public RetryPolicyBuilder budget(String value) {
    budget = value.isBlank() ? 0 : SCHEMA.parse("budget", value, Percentages::parse);
    return this;
  }

  private RetryPolicyBuilder customName(String value) {
    custom = value.isEmpty() || value.equals(CustomBackoff.class.getName()) ? null : value;
    return this;
  }

  private RetryPolicyBuilder onResultName(String value) {
    onResult = value.isEmpty() || value.equals(Retry.NoResult.class.getName()) ? null : value;
    return this;
  }

  @Override
  RetryPolicyBuilder self() {
    return this;
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is out of its range, or two contradict each other
   */
  public RetryPolicy build() {
    return new RetryPolicy(
        name,
        maxAttempts,
        backoff,
        custom,
        delay,
        multiplier,
        maxDelay,
        minDelay,
        jitter,
        maxDuration,
        rules(),
        onResult,
        respectRetryAfter,
        budget);
  }
}
