package dev.mulligan.runtime.classify;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.security.PrivilegedActionException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Takes off the exceptions that only carry another one. */
public final class Carriers {
  /** Deeper nests are no accident; a cycle of causes ends here too. */
  static final int DEEPEST = 16;

  /** Reactor's, which what blocks on a publisher throws in place of a checked exception. */
  private static final Set<String> NAMES =
      Set.of(
          "reactor.core.Exceptions$ReactiveException", "reactor.core.Exceptions$BubblingException");

  private Carriers() {}

  /**
   * Finds the exception that tells what happened. Of a nest deeper than 16, or of a cycle, it is
   * whatever the sixteenth step reaches. What an exception's own {@code getCause} throws is passed
   * on.
   *
   * @param thrown the exception as the caller would see it
   * @return the first cause that is not a carrier, or {@code thrown} itself
   */
  public static Throwable peel(Throwable thrown) {
    Throwable peeled = thrown;
    for (int i = 0; i < DEEPEST && isCarrier(peeled); i++) {
      Throwable cause = cause(peeled);
      if (cause == null) {
        return peeled;
      }
      peeled = cause;
    }
    return peeled;
  }

  /** The cause; null if there is none. Throws what an application's own accessor throws. */
  static @Nullable Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == failure ? null : cause;
  }

  private static boolean isCarrier(Throwable failure) {
    return failure instanceof CompletionException
        || failure instanceof ExecutionException
        || failure instanceof InvocationTargetException
        || failure instanceof UndeclaredThrowableException
        || failure instanceof UncheckedIOException
        || failure instanceof PrivilegedActionException
        || NAMES.contains(failure.getClass().getName());
  }
}
