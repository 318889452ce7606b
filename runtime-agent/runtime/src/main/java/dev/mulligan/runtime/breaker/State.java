package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;

/** One period in the life of a breaker. A later period of the same kind is another instance. */
sealed interface State permits Closed, Open, HalfOpen {
  /** Gives a permit, or a {@link Refusal}. */
  Permit acquire();

  BreakerState kind();

  /** Tells whether a call that comes after a while would surely be refused. */
  boolean refusesAfter(long nanos);
}
