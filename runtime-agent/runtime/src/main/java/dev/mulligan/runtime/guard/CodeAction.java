package dev.mulligan.runtime.guard;

/**
 * A block of code without a result.
 *
 * @param <X> the checked exception that it may throw; inferred by the compiler
 */
@FunctionalInterface
public interface CodeAction<X extends Exception> {
  /**
   * Runs the code.
   *
   * @throws X whenever it fails
   */
  void run() throws X;
}
