package dev.mulligan.runtime.guard;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fallback of a block of code, which each call brings along as its second argument. */
enum CodeFallback implements Fallback {
  INSTANCE;

  @Override
  public boolean takes(Object[] arguments, Throwable failure) {
    return arguments[1] != null
        && failure instanceof Exception
        && !(failure instanceof InterruptedException);
  }

  @Override
  @SuppressWarnings("unchecked") // put there by the code guard
  public @Nullable Object call(@Nullable Object receiver, Object[] arguments, Throwable failure) {
    return ((Function<Throwable, @Nullable Object>) arguments[1]).apply(failure);
  }
}
