package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.permit.Permit;

/** A permit that also hears of attempts past the slow-call threshold. */
interface Measured extends Permit {
  /** Reports an attempt that ended past the threshold, and had not been reported while it ran. */
  void slow(boolean failed);

  /**
   * Reports an attempt that is past the threshold and still running. Called by the ticker, under
   * its lock: must neither block nor run user code.
   */
  void overdue();

  /** Reports the end of an attempt that was reported as overdue. */
  void overdueEnded(boolean failed);
}
