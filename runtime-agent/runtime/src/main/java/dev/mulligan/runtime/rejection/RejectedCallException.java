package dev.mulligan.runtime.rejection;

/**
 * Thrown by Mulligan instead of the method's own result. A refusal says nothing about the method
 * itself: breakers do not count it, and it is not retried unless a policy names it. Without a stack
 * trace, because refusals must be cheap when they are many.
 */
public abstract class RejectedCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String policy;

  /**
   * Creates the exception.
   *
   * @param policy the name of the policy that refused
   */
  protected RejectedCallException(String policy) {
    super(null, null, true, false);
    this.policy = policy;
  }

  /**
   * Names the policy that refused.
   *
   * @return the policy's name
   */
  public String policy() {
    return policy;
  }

  /**
   * Tells whether the method was called.
   *
   * @return false for a refusal; true for a call that was begun and given up
   */
  public boolean wasAttempted() {
    return false;
  }
}
