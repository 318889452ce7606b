package dev.mulligan.runtime.deadletter;

import org.jspecify.annotations.Nullable;

/** Why a value cannot be kept, thrown through the writer of JSON. Tells nothing of the value. */
final class NotKept extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST_CAUSE = 120;

  NotKept(String reason) {
    super(reason, null, false, false);
  }

  /** Finds the reason among the causes of what the writer of JSON has made of it. */
  static @Nullable String reason(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; i < DEEPEST_CAUSE && cause != null; i++) {
      if (cause instanceof NotKept) {
        return cause.getMessage();
      }
      cause = cause.getCause();
    }
    return null;
  }
}
