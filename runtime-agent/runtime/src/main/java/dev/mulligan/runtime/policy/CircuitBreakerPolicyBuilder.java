package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.CircuitBreaker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link CircuitBreakerPolicy}; one method an attribute of {@link CircuitBreaker}. Not
 * thread-safe.
 */
public final class CircuitBreakerPolicyBuilder
    extends FailureRulesBuilder<CircuitBreakerPolicyBuilder> {
  static final Schema<CircuitBreakerPolicyBuilder> SCHEMA =
      addTo(
          Schema.of("CircuitBreaker", CircuitBreakerPolicyBuilder::new)
              .text("name", CircuitBreakerPolicyBuilder::name)
              .integer("consecutiveFailures", CircuitBreakerPolicyBuilder::consecutiveFailures)
              .number("failureRate", CircuitBreakerPolicyBuilder::failureRate)
              .integer("minimumCalls", CircuitBreakerPolicyBuilder::minimumCalls)
              .text("window", CircuitBreakerPolicyBuilder::window)
              .text("slowCall", CircuitBreakerPolicyBuilder::slowCall)
              .number("slowCallRate", CircuitBreakerPolicyBuilder::slowCallRate)
              .duration("openFor", CircuitBreakerPolicyBuilder::openFor)
              .text("maxOpenFor", CircuitBreakerPolicyBuilder::maxOpenFor)
              .integer("halfOpenCalls", CircuitBreakerPolicyBuilder::halfOpenCalls));

  private String name = "";
  private int consecutiveFailures;
  private double failureRate = 50;
  private int minimumCalls = 20;
  private BreakerWindow window = new BreakerWindow(Duration.ofSeconds(60), 0);
  private @Nullable Duration slowCall;
  private double slowCallRate = 100;
  private Duration openFor = Duration.ofSeconds(30);
  private @Nullable Duration maxOpenFor;
  private int halfOpenCalls = 3;

  CircuitBreakerPolicyBuilder() {}

  /**
   * Names the policy.
   *
   * @param value see {@link CircuitBreaker#name()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder name(String value) {
    name = value;
    return this;
  }

  /**
   * Opens after so many failures in a row.
   *
   * @param value see {@link CircuitBreaker#consecutiveFailures()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder consecutiveFailures(int value) {
    consecutiveFailures = value;
    return this;
  }

  /**
   * Opens from a share of failures.
   *
   * @param value see {@link CircuitBreaker#failureRate()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder failureRate(double value) {
    failureRate = value;
    return this;
  }

  /**
   * Sets how many calls a rate needs.
   *
   * @param value see {@link CircuitBreaker#minimumCalls()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder minimumCalls(int value) {
    minimumCalls = value;
    return this;
  }

  /**
   * Sets over what rates are taken.
   *
   * @param value see {@link CircuitBreaker#window()}
   * @return this builder
   * @throws PolicyException if the text is neither a duration nor a count of calls
   */
  public CircuitBreakerPolicyBuilder window(String value) {
    window = SCHEMA.parse("window", value, BreakerWindow::parse);
    return this;
  }

  /**
   * Takes rates over the last stretch of time.
   *
   * @param value see {@link CircuitBreaker#window()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder window(Duration value) {
    window = new BreakerWindow(value, 0);
    return this;
  }

  /**
   * Sets from which duration an attempt is slow.
   *
   * @param value see {@link CircuitBreaker#slowCall()}
   * @return this builder
   * @throws PolicyException if the text is neither empty nor a duration
   */
  public CircuitBreakerPolicyBuilder slowCall(String value) {
    slowCall = value.isBlank() ? null : SCHEMA.parseDuration("slowCall", value);
    return this;
  }

  /**
   * Sets from which duration an attempt is slow.
   *
   * @param value see {@link CircuitBreaker#slowCall()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder slowCall(Duration value) {
    slowCall = value;
    return this;
  }

  /**
   * Opens from a share of slow attempts.
   *
   * @param value see {@link CircuitBreaker#slowCallRate()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder slowCallRate(double value) {
    slowCallRate = value;
    return this;
  }

  /**
   * Sets how long the breaker stays open.
   *
   * @param value see {@link CircuitBreaker#openFor()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder openFor(Duration value) {
    openFor = value;
    return this;
  }

  /**
   * Sets how long the breaker stays open, as the annotation writes it.
   *
   * @param value see {@link CircuitBreaker#openFor()}
   * @return this builder
   * @throws PolicyException if the text is not a duration
   */
  public CircuitBreakerPolicyBuilder openFor(String value) {
    return openFor(SCHEMA.parseDuration("openFor", value));
  }

  /**
   * Lets the open time grow.
   *
   * @param value see {@link CircuitBreaker#maxOpenFor()}
   * @return this builder
   * @throws PolicyException if the text is neither empty nor a duration
   */
  public CircuitBreakerPolicyBuilder maxOpenFor(String value) {
    maxOpenFor = value.isBlank() ? null : SCHEMA.parseDuration("maxOpenFor", value);
    return this;
  }

  /**
   * Lets the open time grow.
   *
   * @param value see {@link CircuitBreaker#maxOpenFor()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder maxOpenFor(Duration value) {
    maxOpenFor = value;
    return this;
  }

  /**
   * Sets how many probes there are.
   *
   * @param value see {@link CircuitBreaker#halfOpenCalls()}
   * @return this builder
   */
  public CircuitBreakerPolicyBuilder halfOpenCalls(int value) {
    halfOpenCalls = value;
    return this;
  }

  @Override
  CircuitBreakerPolicyBuilder self() {
    return this;
  }

  /**
   * Checks the values and builds the policy.
   *
   * @return the policy
   * @throws PolicyException if a value is out of its range, or two contradict each other
   */
  public CircuitBreakerPolicy build() {
    return new CircuitBreakerPolicy(
        name,
        rules(),
        consecutiveFailures,
        failureRate,
        minimumCalls,
        window,
        slowCall,
        slowCallRate,
        openFor,
        maxOpenFor == null ? openFor : maxOpenFor,
        halfOpenCalls);
  }
}
