package dev.mulligan.runtime.guard;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.classify.Failure;

/**
 * Stands for a returned value that the policy's predicate calls a failure. Nobody ever sees it
 * thrown.
 */
final class UnwantedResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnwantedResultException(String location) {
    super("an unwanted result of " + location, null, true, false);
  }

  static Failure asFailure(String location) {
    UnwantedResultException exception = new UnwantedResultException(location);
    return new Failure(exception, exception, FailureType.TRANSIENT, null);
  }
}
