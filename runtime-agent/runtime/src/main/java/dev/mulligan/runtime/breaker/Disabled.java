package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;

/** Calls pass and nothing is counted. It is its own permit, which takes no result. */
final class Disabled implements State, Permit {
  @Override
  public Permit acquire() {
    return this;
  }

  @Override
  public void succeeded() {}

  @Override
  public void failed() {}

  @Override
  public void neutral() {}

  @Override
  public BreakerState kind() {
    return BreakerState.DISABLED;
  }

  @Override
  public boolean refusesAfter(long nanos) {
    return false;
  }

  @Override
  public boolean isForced() {
    return true;
  }
}
