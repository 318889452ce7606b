package dev.mulligan.processor.model;

/** How the body of a guarded method is written: with as little as its policies allow. */
public enum Shape {
  /** The attempts are made in the method itself. */
  INLINE,
  /** The same, and a fallback may answer. */
  WITH_FALLBACK,
  /**
   * The method is handed over to its guard, because its attempts run on another thread or end after
   * it has returned.
   */
  ELSEWHERE;

  /**
   * Chooses the shape of a method.
   *
   * @param policies its policies
   * @param asynchronous whether its result arrives later
   */
  public static Shape of(Policies policies, boolean asynchronous) {
    if (asynchronous || policies.contain("Timeout")) {
      return ELSEWHERE;
    }
    return policies.contain("Fallback") ? WITH_FALLBACK : INLINE;
  }
}
