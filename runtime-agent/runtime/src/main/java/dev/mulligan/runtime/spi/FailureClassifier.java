package dev.mulligan.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of failure an application's exception stands for. Found by {@link
 * java.util.ServiceLoader} through the class loader of the guarded class, asked before the built-in
 * rules, called by many threads at once.
 */
@FunctionalInterface
public interface FailureClassifier {
  /**
   * Classifies an exception.
   *
   * <p>If this method throws, the failure counts as permanent, and what was thrown is added to it
   * as a suppressed exception.
   *
   * @param failure the exception, without carriers such as {@link
   *     java.util.concurrent.ExecutionException}
   * @return the classification, or null for no opinion
   */
  @Nullable Classification classify(Throwable failure);
}
