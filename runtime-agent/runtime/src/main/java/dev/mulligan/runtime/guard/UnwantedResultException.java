package dev.mulligan.runtime.guard;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.classify.Failure;

/**
 * Stands for a returned value that the policy's predicate calls a failure. Nobody ever sees it
 * thrown.
 */
final class UnwantedResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnwantedResultException(String location) {
    super("an unwanted result of " + location, null, true, false);
  }

  Failure asFailure() {
    return new Failure(this, this, FailureType.TRANSIENT, null, true);
  }
}
