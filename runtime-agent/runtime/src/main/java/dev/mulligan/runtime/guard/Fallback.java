package dev.mulligan.runtime.guard;

import org.jspecify.annotations.Nullable;

/** What answers when a guarded call has failed for good. */
interface Fallback {
  /** Tells whether it wants to answer this call. */
  boolean takes(Object[] arguments, Throwable failure);

  /** Answers; what it throws is what the caller gets. */
  @Nullable Object call(@Nullable Object receiver, Object[] arguments, Throwable failure)
      throws Throwable;
}
