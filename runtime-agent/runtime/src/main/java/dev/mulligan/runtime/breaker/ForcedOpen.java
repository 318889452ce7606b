package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import java.time.Duration;

/** Calls are refused until an operator says otherwise. */
final class ForcedOpen implements State {
  private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Breaker breaker;

  ForcedOpen(Breaker breaker) {
    this.breaker = breaker;
  }

  @Override
  public Permit acquire() {
    return breaker.refuse(FOR_EVER);
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
