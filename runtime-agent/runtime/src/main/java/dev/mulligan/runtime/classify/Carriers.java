package dev.mulligan.runtime.classify;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Takes off the exceptions that only carry another one. */
public final class Carriers {
  /** Deeper nests are no accident; a cycle of causes ends here too. */
  private static final int DEEPEST = 16;

  private Carriers() {}

  /**
   * Finds the exception that tells what happened.
   *
   * @param thrown the exception as the caller would see it
   * @return the first cause that is not a carrier, or {@code thrown} itself
   */
  public static Throwable peel(Throwable thrown) {
    Throwable peeled = thrown;
    for (int i = 0; i < DEEPEST && isCarrier(peeled); i++) {
      Throwable cause = peeled.getCause();
      if (cause == null || cause == peeled) {
        return peeled;
      }
      peeled = cause;
    }
    return peeled;
  }

  private static boolean isCarrier(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException
        || failure instanceof UndeclaredThrowableException
        || failure instanceof UncheckedIOException;
  }
}
