package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.policy.BreakerWindow;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;

/**
 * Calls pass and are counted. It is its own permit, so that a successful call allocates nothing and
 * writes only a counter of its own thread. One object cannot tell its callers apart: that each of
 * them reports one result, and no more, is the duty of the guard.
 *
 * <p>Rates are looked at when a failure or a slow call is recorded: a success never opens a
 * breaker.
 */
final class Closed implements State, Measured {
  private final Breaker breaker;
  private final StripedCount successes = new StripedCount();
  private final BreakerWindow over;
  private final Window window;
  private long others;
  private long failuresInARow;
  private long successesAtLastFailure;

  Closed(Breaker breaker) {
    this.breaker = breaker;
    this.over = breaker.policy().window();
    this.window = Window.of(over, successes);
  }

  @Override
  public Permit acquire() {
    SlowCalls slow = breaker.slowCalls();
    return slow == null ? this : new SlowCallPermit(slow, this);
  }

  @Override
  public void succeeded() {
    successes.increment();
  }

  @Override
  public void failed() {
    openIf(count(1, 1, 0));
  }

  @Override
  public void neutral() {
    // Nothing was taken, so there is nothing to give back.
  }

  @Override
  public void slow(boolean failed) {
    openIf(count(1, failed ? 1 : 0, 1));
  }

  @Override
  public void overdue() {
    if (countRunning()) {
      breaker.openUnattended(this, 1);
    }
  }

  @Override
  public void overdueEnded(boolean failed) {
    openIf(count(0, failed ? 1 : 0, 0) && failed);
  }

  private void openIf(boolean exceeded) {
    if (exceeded) {
      breaker.open(this, 1);
    }
  }

  private synchronized boolean count(int calls, int failures, int slow) {
    others++;
    CircuitBreakerPolicy policy = breaker.policy();
    Rates rates = window.record(calls, failures, slow);
    if (failures > 0) {
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

  /** Whether it will fail is not known yet, so failures in a row stay as they are. */
  private synchronized boolean countRunning() {
    others++;
    return window.record(1, 0, 1).exceed(breaker.policy());
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
  public Closed counting() {
    return this;
  }

  boolean isOver(BreakerWindow wanted) {
    return over.equals(wanted);
  }

  Rates rates() {
    return window.read();
  }

  /** A number that grows with every result but neutral ones. */
  synchronized long results() {
    return successes.sum() + others;
  }
}
