package dev.mulligan.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response that is no success, as an exception. It is classified by its status, and its
 * hint is what the server asked to wait.
 */
public final class HttpFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param status the status code
   * @param retryAfter how long the server asked to wait, or null
   */
  public HttpFault(int status, @Nullable Duration retryAfter) {
    super("HTTP status " + status);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /**
   * Tells the status.
   *
   * @return the status code
   */
  public int status() {
    return status;
  }

  /**
   * Tells the hint.
   *
   * @return how long the server asked to wait, or null
   */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
