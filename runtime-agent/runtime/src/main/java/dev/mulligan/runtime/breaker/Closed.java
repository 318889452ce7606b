package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;

/**
 * Calls pass and are counted. It is its own permit, so that a successful call allocates nothing and
 * writes only a counter of its own thread.
 *
 * <p>Rates are looked at when a failure or a slow call is recorded: a success never opens a
 * breaker.
 */
final class Closed implements State, Permit {
  private final Breaker breaker;
  private final StripedCount successes = new StripedCount();
  private final Window window;
  private long failuresInARow;
  private long successesAtLastFailure;

  Closed(Breaker breaker) {
    this.breaker = breaker;
    this.window = Window.of(breaker.policy().window(), successes);
  }

  @Override
  public Permit acquire() {
    return this;
  }

  @Override
  public void succeeded() {
    successes.increment();
  }

  @Override
  public void failed() {
    record(true, false);
  }

  @Override
  public void neutral() {
    // Nothing was taken, so there is nothing to give back.
  }

  /** Records an attempt that was slow, or failed, or both. */
  void record(boolean failed, boolean slow) {
    if (mustOpen(failed, slow)) {
      breaker.open(this, 1);
    }
  }

  private synchronized boolean mustOpen(boolean failed, boolean slow) {
    CircuitBreakerPolicy policy = breaker.policy();
    Rates rates = window.record(failed, slow);
    if (failed) {
      long soFar = successes.sum();
      failuresInARow = soFar == successesAtLastFailure ? failuresInARow + 1 : 1;
      successesAtLastFailure = soFar;
    } else {
      failuresInARow = 0;
    }
    boolean inARow =
        policy.consecutiveFailures() > 0 && failuresInARow >= policy.consecutiveFailures();
    return inARow || rates.exceed(policy);
  }

  @Override
  public BreakerState kind() {
    return BreakerState.CLOSED;
  }

  @Override
  public boolean refusesAfter(long nanos) {
    return false;
  }
}
