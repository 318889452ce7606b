package dev.mulligan.runtime.time;

import java.time.Duration;

/**
 * The end of a wait for another process. In real time, because that does not hurry when a test's
 * clock does. Immutable.
 */
public final class Deadline {
  private final long at;

  private Deadline(long at) {
    this.at = at;
  }

  /**
   * Sets a deadline.
   *
   * @param limit how long from now, up to 146 years
   * @return the deadline
   */
  public static Deadline in(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  /**
   * Gives the earlier of two.
   *
   * @param limit how long from now another one would be
   * @return this deadline or the other
   */
  public Deadline atMost(Duration limit) {
    Deadline other = in(limit);
    return other.at - at < 0 ? other : this;
  }

  /**
   * Tells how long it is until then.
   *
   * @return milliseconds, rounded up; zero once it is over
   */
  public long millisLeft() {
    return Math.max(0, (at - System.nanoTime() + 999_999) / 1_000_000);
  }
}
