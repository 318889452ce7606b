package dev.mulligan.runtime.rejection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown when a circuit breaker is open, or half-open with all its probes under way. */
public final class CircuitOpenException extends RejectedCallException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String key;
  private final long retryAfter;

  /**
   * Creates the exception.
   *
   * @param policy the name of the breaker
   * @param key the value of the {@code @Key} parameter, or null
   * @param retryAfter when the breaker lets a probe through at the earliest
   */
  public CircuitOpenException(String policy, @Nullable String key, Duration retryAfter) {
    this(policy, key, retryAfter.toNanos());
  }

  /**
   * Creates the exception, as cheaply as can be: an open breaker throws it for every call.
   *
   * @param policy the name of the breaker
   * @param key the value of the {@code @Key} parameter, or null
   * @param retryAfterNanos when the breaker lets a probe through at the earliest, in nanoseconds
   */
  public CircuitOpenException(String policy, @Nullable String key, long retryAfterNanos) {
    super(policy);
    this.key = key;
    this.retryAfter = retryAfterNanos;
  }

  /**
   * Tells when another call may pass.
   *
   * @return the rest of the open time, zero if a probe may return at any moment
   */
  public Duration retryAfter() {
    return Duration.ofNanos(retryAfter);
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
        + retryAfter / 1_000_000
        + " ms";
  }
}
