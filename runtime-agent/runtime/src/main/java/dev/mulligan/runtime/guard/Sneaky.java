package dev.mulligan.runtime.guard;

/** Throws any exception where the compiler cannot know that the method declares it. */
final class Sneaky {
  private Sneaky() {}

  static RuntimeException rethrow(Throwable failure) {
    throw Sneaky.<RuntimeException>cast(failure);
  }

  @SuppressWarnings("unchecked") // the cast is erased, which is the point
  private static <T extends Throwable> T cast(Throwable failure) {
    return (T) failure;
  }
}
