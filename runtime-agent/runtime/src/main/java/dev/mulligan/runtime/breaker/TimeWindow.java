package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.time.Tick;
import dev.mulligan.runtime.time.Ticker;
import dev.mulligan.runtime.time.Time;
import java.util.Arrays;

/**
 * The last stretch of time, in steps of a twentieth.
 *
 * <p>Counters only grow. At each step the totals are remembered, and what the window holds is the
 * difference between now and the oldest remembered totals. So nothing is ever set back to zero, and
 * a success needs neither a clock nor the index of a step. The ticker remembers the totals in time
 * even when nothing fails.
 */
final class TimeWindow implements Window {
  private static final int STEPS = 20;

  private final StripedCount successes;
  private final long step;
  private final Rates[] remembered = new Rates[STEPS];
  private int oldest;
  private long nextStep;
  private long others;
  private long failures;
  private long slow;

  @SuppressWarnings({"FieldCanBeLocal", "unused"}) // the ticker holds it weakly
  private final Tick tick = this::roll;

  TimeWindow(long nanos, StripedCount successes) {
    this.successes = successes;
    this.step = Math.max(1, nanos / STEPS);
    this.nextStep = Time.nanoTime() + step;
    Arrays.fill(remembered, Rates.NONE);
    Ticker.every(step, tick);
  }

  @Override
  public synchronized Rates record(int calls, int failed, int slowCalls) {
    roll(Time.nanoTime());
    others += calls;
    failures += failed;
    slow += slowCalls;
    Rates now = totals();
    Rates then = remembered[oldest];
    return new Rates(
        now.calls() - then.calls(), now.failures() - then.failures(), now.slow() - then.slow());
  }

  private synchronized void roll(long now) {
    if (nextStep - now > step) {
      // The clock was replaced by one that is behind.
      nextStep = now + step;
    }
    for (int i = 0; now - nextStep >= 0; i++) {
      if (i == STEPS) {
        // Everything remembered is older than the window.
        nextStep = now + step;
        return;
      }
      remembered[oldest] = totals();
      oldest = (oldest + 1) % STEPS;
      nextStep += step;
    }
  }

  private Rates totals() {
    return new Rates(successes.sum() + others, failures, slow);
  }
}
