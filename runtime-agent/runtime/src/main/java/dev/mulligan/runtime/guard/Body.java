package dev.mulligan.runtime.guard;

import org.jspecify.annotations.Nullable;

/**
 * The method without its policies.
 *
 * @param <T> the result
 */
@FunctionalInterface
public interface Body<T> {
  /**
   * Calls the method.
   *
   * @return its result; null for a method without one
   * @throws Throwable what the method throws
   */
  @Nullable T call() throws Throwable;
}
