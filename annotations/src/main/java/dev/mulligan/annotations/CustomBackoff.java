package dev.mulligan.annotations;

import java.time.Duration;

/**
 * A delay computed by the application, named by {@link Retry#custom()}.
 *
 * <p>An implementation has a public constructor without parameters, is created once per policy, and
 * is called by many threads at once. Its result is bounded by {@code minDelay} and {@code
 * maxDelay}; jitter is not added.
 */
@FunctionalInterface
public interface CustomBackoff {
  /**
   * Computes the delay before the next attempt.
   *
   * <p>If this method throws or returns null, the call is not attempted again: the caller gets the
   * business failure, with what was thrown here as a suppressed exception.
   *
   * @param failedAttempts how many attempts have failed so far, at least 1
   * @param failure the exception of the last attempt
   * @param previous the delay before the last attempt, zero if that was the first
   * @return the delay; a negative one counts as zero
   */
  Duration delay(int failedAttempts, Throwable failure, Duration previous);
}
