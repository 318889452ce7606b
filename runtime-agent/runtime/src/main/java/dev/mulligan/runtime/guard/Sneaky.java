package dev.mulligan.runtime.guard;

/** Throws any exception where the compiler cannot know that the method declares it. */
final class Sneaky {
  private Sneaky() {}

  static RuntimeException rethrow(Throwable failure) {
    throw Sneaky.<RuntimeException>sneak(failure);
  }

  /** The cast is erased, and with {@code T} fixed above the compiler sees no checked exception. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
