package dev.mulligan.runtime.deadletter;

import org.jspecify.annotations.Nullable;

/** Text of objects that are not ours, and may throw when asked for it. */
final class Texts {
  private static final int DEEPEST_CAUSE = 8;

  private Texts() {}

  /** An exception with its causes, a line each. */
  static String chain(Throwable failure) {
    StringBuilder text = new StringBuilder(summary(failure));
    Throwable cause = causeOf(failure);
    for (int i = 0; i < DEEPEST_CAUSE && cause != null; i++) {
      text.append("\nCaused by: ").append(summary(cause));
      cause = causeOf(cause);
    }
    return text.toString();
  }

  static String summary(Throwable failure) {
    String name = failure.getClass().getName();
    try {
      String message = failure.getMessage();
      return message == null ? name : name + ": " + message;
    } catch (Throwable broken) {
      return name + ": (its message cannot be read)";
    }
  }

  private static @Nullable Throwable causeOf(Throwable failure) {
    try {
      return failure.getCause();
    } catch (Throwable broken) {
      return null;
    }
  }

  static String render(@Nullable Object value) {
    try {
      return String.valueOf(value);
    } catch (Throwable broken) {
      return value == null ? "null" : value.getClass().getName();
    }
  }

  /** At most so many characters and an ellipsis; never half of a surrogate pair. */
  static String limit(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
