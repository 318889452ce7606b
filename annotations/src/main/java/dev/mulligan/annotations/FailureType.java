package dev.mulligan.annotations;

/**
 * What kind of failure an exception stands for. One classification decides retry, circuit breaker
 * and dead letter together.
 */
public enum FailureType {
  /** Passes by itself: a lock time-out, a deadlock victim, an unavailable service. */
  TRANSIENT(true),
  /** The other side asks for fewer calls: HTTP 429, throttling. */
  RATE_LIMITED(true),
  /** The other side was not reached, or the connection broke. */
  NETWORK(true),
  /** The other side, or the machine, is failing: HTTP 500, a broken resource. */
  SYSTEM(true),
  /** Will fail the same way again: HTTP 404, a file that does not exist. */
  PERMANENT(false),
  /** The arguments are refused: HTTP 400, {@link IllegalArgumentException}. */
  VALIDATION(false),
  /** The caller is not allowed: HTTP 401 or 403, {@link SecurityException}. */
  AUTHENTICATION(false),
  /** The program itself is wrong: {@link NullPointerException}, {@link ClassCastException}. */
  STRUCTURAL(false);

  private final boolean retriable;

  FailureType(boolean retriable) {
    this.retriable = retriable;
  }

  /**
   * Tells whether another attempt may succeed.
   *
   * @return true for the types that pass, false for those that stay
   */
  public boolean isRetriable() {
    return retriable;
  }
}
