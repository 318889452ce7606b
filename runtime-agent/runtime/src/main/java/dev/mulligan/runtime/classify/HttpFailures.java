package dev.mulligan.runtime.classify;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.time.Time;
import org.jspecify.annotations.Nullable;

/** What an HTTP response that is no success stands for, for use in a {@code FailureClassifier}. */
public final class HttpFailures {
  private HttpFailures() {}

  /**
   * Classifies a response.
   *
   * @param status the status code
   * @param retryAfter the header {@code Retry-After}: seconds or a date; null if absent
   * @param date the response's own header {@code Date}; null if absent
   * @return the classification, with the wait that the server asked for
   */
  public static Classification ofStatus(
      int status, @Nullable String retryAfter, @Nullable String date) {
    return new Classification(typeOf(status), RetryAfter.parse(retryAfter, date, Time.now()));
  }

  private static FailureType typeOf(int status) {
    return switch (status) {
      case 401, 403, 407, 511 -> FailureType.AUTHENTICATION;
      case 408, 423, 425, 502, 503, 504 -> FailureType.TRANSIENT;
      case 429 -> FailureType.RATE_LIMITED;
      case 400, 406, 411, 412, 413, 414, 415, 416, 417, 422, 428, 431 -> FailureType.VALIDATION;
      case 501, 505 -> FailureType.PERMANENT;
      default -> status >= 500 ? FailureType.SYSTEM : FailureType.PERMANENT;
    };
  }
}
