package dev.mulligan.runtime.guard;

import org.jspecify.annotations.Nullable;

/**
 * A block of code that gives a result.
 *
 * @param <T> the result
 * @param <X> the checked exception that it may throw; inferred by the compiler
 */
@FunctionalInterface
public interface CodeBlock<T extends @Nullable Object, X extends Exception> {
  /**
   * Runs the code.
   *
   * @return the result
   * @throws X whenever it fails
   */
  T run() throws X;
}
