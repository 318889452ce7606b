package dev.mulligan.runtime.notify;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Lets ten lines pass in any ten seconds and counts the others. Under a flood a call costs one read
 * and one addition. Thread-safe.
 */
final class Flood {
  static final int MOST = 10;
  static final long WINDOW = 10_000_000_000L;
  private static final long[] NONE = {};

  /** When the last lines passed, the oldest first; at most {@link #MOST}, never changed. */
  private final AtomicReference<long[]> passed = new AtomicReference<>(NONE);

  private final LongAdder held = new LongAdder();

  /** Decides about a line; false counts it as held back. */
  boolean passes(long now) {
    while (true) {
      long[] times = times();
      boolean full = times.length == MOST;
      if (full && isWithin(times[0], now)) {
        held.increment();
        return false;
      }
      long[] next = new long[full ? MOST : times.length + 1];
      System.arraycopy(times, full ? 1 : 0, next, 0, next.length - 1);
      next[next.length - 1] = now;
      if (passed.compareAndSet(times, next)) {
        return true;
      }
    }
  }

  /** Takes the number of lines held back so far. */
  long takeHeld() {
    return held.sum() == 0 ? 0 : held.sumThenReset();
  }

  /** How long ago the oldest remembered line passed; what was held back came later. */
  long spanTo(long now) {
    long[] times = times();
    return times.length == 0 ? 0 : Math.max(0, now - times[0]);
  }

  /** Tells whether forgetting it loses nothing. */
  boolean isIdle(long now) {
    long[] times = times();
    boolean quiet = times.length == 0 || !isWithin(times[times.length - 1], now);
    return quiet && held.sum() == 0;
  }

  private long[] times() {
    return Objects.requireNonNull(passed.get());
  }

  /** A clock that was replaced may have jumped back, which must not silence the log. */
  private static boolean isWithin(long then, long now) {
    long age = now - then;
    return age >= 0 && age < WINDOW;
  }
}
