package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.log.Log;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The application's predicate over results.
 *
 * @param unwanted accepts the values that count as failures
 */
record ResultCheck(Predicate<Object> unwanted) {
  /** A predicate that throws finds nothing wrong. */
  @SuppressWarnings("NullAway") // a method may return null, and the predicate is asked about it
  boolean accepts(@Nullable Object result) {
    try {
      return !unwanted.test(result);
    } catch (Throwable broken) {
      Log.warn("The predicate " + unwanted.getClass().getName() + " threw", broken);
      return true;
    }
  }
}
