package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.time.Time;
import java.util.function.BooleanSupplier;

/**
 * How fast calls may follow one another. Not thread-safe.
 *
 * <p>Each call has its moment, one interval after the one before. Who comes late may catch up by
 * {@link #SLACK} at most: small delays do not add up, and after a long call there is no rush.
 */
final class Pace {
  /** With it, a second has 2 % more calls than ordered at most. */
  static final long SLACK = 20_000_000L;

  private static final double SECOND = 1e9;

  /** 73 years: sums with the clock do not overflow. */
  private static final double LONGEST = Long.MAX_VALUE / 4d;

  private final long interval;
  private boolean isFirst = true;
  private long next;

  /**
   * Sets the pace.
   *
   * @param perSecond how many calls begin in a second at most; 0 for no limit
   */
  Pace(double perSecond) {
    interval = perSecond == 0 ? 0 : (long) Math.min(LONGEST, SECOND / perSecond);
  }

  /**
   * Waits until the next call may begin.
   *
   * @param over whether to stop waiting
   * @return false if it was over
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  boolean await(BooleanSupplier over) throws InterruptedException {
    long wait = interval == 0 || isFirst ? 0 : next - Time.nanoTime();
    return wait > 0 ? Time.sleepUnless(wait, over) : !over.getAsBoolean();
  }

  /** Notes that a call begins now. */
  void begun() {
    if (interval == 0) {
      return;
    }
    long now = Time.nanoTime();
    if (isFirst) {
      next = now;
      isFirst = false;
    } else if (now - next > SLACK) {
      next = now - SLACK;
    }
    next += interval;
  }
}
