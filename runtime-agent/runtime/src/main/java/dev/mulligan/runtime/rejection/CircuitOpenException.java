package dev.mulligan.runtime.rejection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown when a circuit breaker is open, or half-open with all its probes under way. */
public final class CircuitOpenException extends RejectedCallException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String key;
  private final Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param policy the name of the breaker
   * @param key the value of the {@code @Key} parameter, or null
   * @param retryAfter when the breaker lets a probe through at the earliest
   */
  public CircuitOpenException(String policy, @Nullable String key, Duration retryAfter) {
    super(policy);
    this.key = key;
    this.retryAfter = retryAfter;
  }

  /**
   * Tells when another call may pass.
   *
   * @return the rest of the open time, zero if a probe may return at any moment
   */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Tells which of a policy's breakers refused.
   *
   * @return the value of the {@code @Key} parameter, or null
   */
  public @Nullable String key() {
    return key;
  }

  @Override
  public String getMessage() {
    return "Circuit breaker "
        + policy()
        + (key == null ? "" : "[" + key + "]")
        + " is open, retry after "
        + retryAfter.toMillis()
        + " ms";
  }
}
