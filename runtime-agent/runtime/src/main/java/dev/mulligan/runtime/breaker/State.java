package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import org.jspecify.annotations.Nullable;

/** One period in the life of a breaker. A later period of the same kind is another instance. */
sealed interface State permits Closed, Open, HalfOpen, ForcedOpen, ForcedClosed, Disabled {
  /** Gives a permit, or a {@link Refusal}. */
  Permit acquire();

  BreakerState kind();

  /** Tells whether a call that comes after a while would surely be refused. */
  boolean refusesAfter(long nanos);

  /** Tells whether an operator wants it so, until the operator says otherwise. */
  default boolean isForced() {
    return false;
  }

  /** What counts the calls of this period, or null. */
  default @Nullable Closed counting() {
    return null;
  }
}
