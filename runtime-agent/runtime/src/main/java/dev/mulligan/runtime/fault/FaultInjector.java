package dev.mulligan.runtime.fault;

import org.jspecify.annotations.Nullable;

/** Makes attempts fail below the policies, as the body itself would. For tests. Thread-safe. */
@FunctionalInterface
public interface FaultInjector {
  /**
   * Is asked before every attempt that the policies let through. It may also wait, through the
   * runtime's time, to make the attempt slow.
   *
   * @param call the method
   * @return what the attempt throws in place of the body, or null to let the body run
   */
  @Nullable Throwable beforeBody(FaultPoint call);
}
