package dev.mulligan.runtime.guard;

/** An exception in one line; its message may itself throw. */
final class Summary {
  private static final int LONGEST = 500;

  private Summary() {}

  static String of(Throwable failure) {
    String name = failure.getClass().getName();
    try {
      String message = failure.getMessage();
      if (message == null) {
        return name;
      }
      return name + ": " + (message.length() > LONGEST ? message.substring(0, LONGEST) : message);
    } catch (RuntimeException | StackOverflowError broken) {
      return name;
    }
  }
}
