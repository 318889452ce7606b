package dev.mulligan.runtime.guard;

/** An exception in one line; its message may itself throw. */
final class Summary {
  private Summary() {}

  static String of(Throwable failure) {
    String name = failure.getClass().getName();
    try {
      String message = failure.getMessage();
      return message == null ? name : name + ": " + message;
    } catch (RuntimeException | StackOverflowError broken) {
      return name;
    }
  }
}
