package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.count.StripedCount;

/**
 * The last so many calls.
 *
 * <p>Only failures and slow calls are remembered, each by its ordinal among all calls; those whose
 * ordinal is too old are forgotten. So a success leaves no trace but the growth of a counter. A
 * failure of a call that was added before, while it ran, goes with the newest call.
 */
final class CallWindow implements Window {
  private final int size;
  private final StripedCount successes;
  private final Ordinals failures;
  private final Ordinals slow;
  private long others;

  CallWindow(int size, StripedCount successes) {
    this.size = size;
    this.successes = successes;
    this.failures = new Ordinals(size);
    this.slow = new Ordinals(size);
  }

  @Override
  public synchronized Rates record(int calls, int failed, int slowCalls) {
    others += calls;
    long ordinal = successes.sum() + others;
    if (failed > 0) {
      failures.add(ordinal);
    }
    if (slowCalls > 0) {
      slow.add(ordinal);
    }
    long tooOld = ordinal - size;
    return new Rates(Math.min(ordinal, size), failures.countAbove(tooOld), slow.countAbove(tooOld));
  }

  /** A queue of growing numbers that drops the small ones. */
  private static final class Ordinals {
    private final int most;
    private long[] ring = new long[16];
    private int first;
    private int count;

    Ordinals(int most) {
      this.most = most;
    }

    void add(long ordinal) {
      if (count == most) {
        first = (first + 1) % ring.length;
        count--;
      } else if (count == ring.length) {
        grow();
      }
      ring[(first + count) % ring.length] = ordinal;
      count++;
    }

    int countAbove(long bound) {
      while (count > 0 && ring[first] <= bound) {
        first = (first + 1) % ring.length;
        count--;
      }
      return count;
    }

    private void grow() {
      long[] larger = new long[ring.length * 2];
      for (int i = 0; i < count; i++) {
        larger[i] = ring[(first + i) % ring.length];
      }
      ring = larger;
      first = 0;
    }
  }
}
