package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;

/** Calls are refused until the open time is over; then the next call becomes the first probe. */
final class Open implements State {
  /** How long a breaker stays open that an operator has opened: until it is closed by hand. */
  static final long FOR_EVER = Long.MAX_VALUE;

  private final Breaker breaker;
  private final long openedAt = Time.nanoTime();
  private final long duration;
  private final int openings;

  /**
   * Creates the state.
   *
   * @param openings how many times the breaker has opened without having been closed in between
   */
  Open(Breaker breaker, long duration, int openings) {
    this.breaker = breaker;
    this.duration = duration;
    this.openings = openings;
  }

  @Override
  public Permit acquire() {
    long left = left();
    if (left > 0) {
      return breaker.refuse(Duration.ofNanos(left));
    }
    HalfOpen halfOpen = new HalfOpen(breaker, openings);
    breaker.move(this, halfOpen);
    // Whoever won, the state is no longer this one.
    return breaker.acquire();
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
    return duration == FOR_EVER ? FOR_EVER : duration - (Time.nanoTime() - openedAt);
  }
}
