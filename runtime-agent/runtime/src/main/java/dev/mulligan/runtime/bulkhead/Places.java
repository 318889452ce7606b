package dev.mulligan.runtime.bulkhead;

/**
 * The state of a bulkhead in one word: 24 bits of waiters, 20 of the limit, 20 of places in use.
 *
 * <p>A policy allows 1,000,000 places at most, which fit in 20 bits.
 */
final class Places {
  static final long ONE = 1;
  static final long ONE_WAITING = 1L << 40;
  static final int MOST_WAITING = (1 << 23) - 1;
  private static final int MASK = (1 << 20) - 1;

  private Places() {}

  static long free(int limit) {
    return (long) limit << 20;
  }

  static int inUse(long places) {
    return (int) places & MASK;
  }

  static int limit(long places) {
    return (int) (places >>> 20) & MASK;
  }

  static int waiting(long places) {
    return (int) (places >>> 40);
  }

  /** Whether a place is free and nobody waits for it. */
  static boolean isOpen(long places) {
    return waiting(places) == 0 && inUse(places) < limit(places);
  }

  static long withLimit(long places, int limit) {
    return (places & ~((long) MASK << 20)) | ((long) limit << 20);
  }

  /** How many waiters fit. */
  static int admissible(long places) {
    return Math.max(0, Math.min(waiting(places), limit(places) - inUse(places)));
  }

  /** Turns waiters into places in use. */
  static long admit(long places, int count) {
    return places - count * ONE_WAITING + count * ONE;
  }
}
