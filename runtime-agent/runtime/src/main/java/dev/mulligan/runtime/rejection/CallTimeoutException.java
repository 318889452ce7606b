package dev.mulligan.runtime.rejection;

import java.time.Duration;

/**
 * Thrown when an attempt took longer than its timeout. Other than a refusal it does say something
 * about the method: breakers count it, and it is retried as a transient failure.
 */
public final class CallTimeoutException extends RejectedCallException {
  private static final long serialVersionUID = 1L;

  private final Duration limit;

  /**
   * Creates the exception.
   *
   * @param policy the name of the policy
   * @param limit how long the attempt was allowed to take
   */
  public CallTimeoutException(String policy, Duration limit) {
    super(policy);
    this.limit = limit;
  }

  /**
   * Tells the limit.
   *
   * @return how long the attempt was allowed to take
   */
  public Duration limit() {
    return limit;
  }

  @Override
  public boolean wasAttempted() {
    return true;
  }

  @Override
  public String getMessage() {
    // What is left of a call's whole time can be less than a millisecond.
    long micros = limit.toNanos() / 1000;
    String text = micros < 1000 ? micros + " us" : micros / 1000 + " ms";
    return "Call " + policy() + " took longer than " + text;
  }
}
