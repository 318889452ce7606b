package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Time;

/** A permit that also measures its attempt, for breakers that count slow calls. */
final class SlowCallPermit implements Permit {
  private final Permit permit;
  private final long slowNanos;
  private final long begun = Time.nanoTime();

  SlowCallPermit(Permit permit, long slowNanos) {
    this.permit = permit;
    this.slowNanos = slowNanos;
  }

  @Override
  public void succeeded() {
    if (isSlow()) {
      slow(false);
    } else {
      permit.succeeded();
    }
  }

  @Override
  public void failed() {
    if (isSlow()) {
      slow(true);
    } else {
      permit.failed();
    }
  }

  @Override
  public void neutral() {
    permit.neutral();
  }

  private boolean isSlow() {
    return Time.nanoTime() - begun >= slowNanos;
  }

  /** A probe that is slow proves that nothing is well yet. */
  private void slow(boolean failed) {
    if (permit instanceof Closed closed) {
      closed.record(failed, true);
    } else {
      permit.failed();
    }
  }
}
