package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;

/**
 * Calls pass and are counted, and the breaker never opens: what counts them is a period that never
 * became the breaker's state, so that its compare-and-set always fails.
 */
final class ForcedClosed implements State {
  private final Closed counting;

  ForcedClosed(Breaker breaker) {
    this.counting = new Closed(breaker);
  }

  @Override
  public Permit acquire() {
    return counting.acquire();
  }

  @Override
  public BreakerState kind() {
    return BreakerState.CLOSED;
  }

  @Override
  public boolean refusesAfter(long nanos) {
    return false;
  }

  @Override
  public boolean isForced() {
    return true;
  }

  @Override
  public Closed counting() {
    return counting;
  }
}
