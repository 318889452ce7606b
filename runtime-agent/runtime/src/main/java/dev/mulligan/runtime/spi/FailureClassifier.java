package dev.mulligan.runtime.spi;

import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of failure an application's exception stands for. Found by {@link
 * java.util.ServiceLoader} through the class loader of the guarded class, asked before all other
 * rules, called by many threads at once.
 *
 * <p>If a method of this interface throws, the failure counts as permanent, and what was thrown is
 * added to it as a suppressed exception. Errors are not asked about.
 */
@FunctionalInterface
public interface FailureClassifier {
  /**
   * Classifies an exception.
   *
   * @param failure the exception, without carriers such as {@link
   *     java.util.concurrent.ExecutionException}; if it is a library's carrier (see the page on
   *     classification) and no classifier has an opinion, they are asked again about its cause
   * @return the classification, or null for no opinion
   */
  @Nullable Classification classify(Throwable failure);

  /**
   * Classifies an exception by where it happened. This is the method that Mulligan calls; unless
   * overridden it asks {@link #classify(Throwable)}.
   *
   * @param failure the exception, as above
   * @param context the policy, the method, the key and the attempt
   * @return the classification, or null for no opinion
   */
  default @Nullable Classification classify(Throwable failure, FailureContext context) {
    return classify(failure);
  }
}
