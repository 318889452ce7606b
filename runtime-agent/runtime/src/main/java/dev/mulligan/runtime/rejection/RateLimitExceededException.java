package dev.mulligan.runtime.rejection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Thrown when a rate limiter has no permit left for this stretch of time. */
public final class RateLimitExceededException extends RejectedCallException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String key;
  private final Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param policy the name of the policy
   * @param key the value of the {@code @Key} parameter, or null
   * @param retryAfter when there is a permit again, if nobody else takes it
   */
  public RateLimitExceededException(String policy, @Nullable String key, Duration retryAfter) {
    super(policy);
    this.key = key;
    this.retryAfter = retryAfter;
  }

  /**
   * Tells when another call may pass.
   *
   * @return the time until there is a permit again, if nobody else takes it
   */
  public Duration retryAfter() {
    return retryAfter;
  }

  /**
   * Tells which of a policy's limiters refused.
   *
   * @return the value of the {@code @Key} parameter, or null
   */
  public @Nullable String key() {
    return key;
  }

  @Override
  public String getMessage() {
    return "Rate limit "
        + policy()
        + (key == null ? "" : "[" + key + "]")
        + " is exceeded, retry after "
        + retryAfter.toMillis()
        + " ms";
  }
}
