package dev.mulligan.runtime.rejection;

/**
 * Thrown when a thread was interrupted while its call waited for a rate limiter or a bulkhead, and
 * the method had not been called yet. The {@link InterruptedException} is suppressed in it, and the
 * thread's flag is set. Not retried, and no fallback is asked.
 */
public final class CallInterruptedException extends RejectedCallException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param policy the name of the policy that the call waited for
   * @param interrupt what ended the wait
   */
  public CallInterruptedException(String policy, InterruptedException interrupt) {
    super(policy);
    addSuppressed(interrupt);
  }

  @Override
  public String getMessage() {
    return "Interrupted while waiting for " + policy();
  }
}
