package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Time;

/** Calls are refused until the open time is over; then the next call becomes the first probe. */
final class Open implements State {
  private final Breaker breaker;
  private final long openedAt = Time.nanoTime();
  private final long duration;
  private final int openings;

  /**
   * Creates the state.
   *
   * @param openings how many times the breaker has opened without having been closed in between
   */
  Open(Breaker breaker, int openings) {
    this.breaker = breaker;
    this.duration = breaker.openNanos(openings);
    this.openings = openings;
  }

  @Override
  public Permit acquire() {
    long left = left();
    if (left > 0) {
      return breaker.refuse(left);
    }
    breaker.move(this, new HalfOpen(breaker, openings));
    // Whoever won, the state is no longer this one.
    return breaker.reserve();
  }

  @Override
  public BreakerState kind() {
    return BreakerState.OPEN;
  }

  @Override
  public boolean refusesAfter(long nanos) {
    return left() > nanos;
  }

  private long left() {
    return duration - (Time.nanoTime() - openedAt);
  }
}
