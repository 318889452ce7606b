package dev.mulligan.runtime.rejection;

/** Thrown when as many calls are under way as a bulkhead allows, and none ended in time. */
public final class BulkheadFullException extends RejectedCallException {
  private static final long serialVersionUID = 1L;

  private final int maxCalls;

  /**
   * Creates the exception.
   *
   * @param policy the name of the policy
   * @param maxCalls how many calls may be under way at once
   */
  public BulkheadFullException(String policy, int maxCalls) {
    super(policy);
    this.maxCalls = maxCalls;
  }

  /**
   * Tells the limit.
   *
   * @return how many calls may be under way at once
   */
  public int maxCalls() {
    return maxCalls;
  }

  @Override
  public String getMessage() {
    String calls = maxCalls == 1 ? "1 call is" : maxCalls + " calls are";
    return "Bulkhead " + policy() + " is full: " + calls + " under way";
  }
}
