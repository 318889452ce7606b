package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;

/** Calls are refused until an operator says otherwise. */
final class ForcedOpen implements State {
  private final Breaker breaker;

  ForcedOpen(Breaker breaker) {
    this.breaker = breaker;
  }

  @Override
  public Permit acquire() {
    return breaker.refuse(Long.MAX_VALUE);
  }

  @Override
  public BreakerState kind() {
    return BreakerState.OPEN;
  }

  @Override
  public boolean refusesAfter(long nanos) {
    return true;
  }

  @Override
  public boolean isForced() {
    return true;
  }
}
