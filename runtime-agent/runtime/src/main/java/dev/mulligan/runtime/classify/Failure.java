package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One failed attempt, classified.
 *
 * @param thrown the exception as the caller would see it
 * @param peeled the same without its carriers
 * @param type its type
 * @param retryAfter how long the other side asked to wait, or null
 * @param unwanted whether the attempt returned, and the exceptions only stand for its value
 */
public record Failure(
    Throwable thrown,
    Throwable peeled,
    FailureType type,
    @Nullable Duration retryAfter,
    boolean unwanted) {

  /**
   * An attempt that threw.
   *
   * @param thrown the exception as the caller would see it
   * @param peeled the same without its carriers
   * @param type its type
   * @param retryAfter how long the other side asked to wait, or null
   */
  public Failure(
      Throwable thrown, Throwable peeled, FailureType type, @Nullable Duration retryAfter) {
    this(thrown, peeled, type, retryAfter, false);
  }
}
