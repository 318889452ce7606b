package dev.mulligan.runtime.deadletter;

import org.jspecify.annotations.Nullable;

/** Text of objects that are not ours, and may throw when asked for it. */
final class Texts {
  private static final int DEEPEST_CAUSE = 8;

  private Texts() {}

  /** An exception with its causes, a line each. */
  static String chain(Throwable failure) {
    StringBuilder text = new StringBuilder(summary(failure));
    Throwable cause = failure.getCause();
    for (int i = 0; i < DEEPEST_CAUSE && cause != null; i++) {
      text.append("\nCaused by: ").append(summary(cause));
      cause = cause.getCause();
    }
    return text.toString();
  }

  static String summary(Throwable failure) {
    String name = failure.getClass().getName();
    try {
      String message = failure.getMessage();
      return message == null ? name : name + ": " + message;
    } catch (RuntimeException | StackOverflowError broken) {
      return name + ": (its message cannot be read)";
    }
  }

  static String render(@Nullable Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException | StackOverflowError broken) {
      return value == null ? "null" : value.getClass().getName();
    }
  }

  static String limit(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length) + "…";
  }
}
