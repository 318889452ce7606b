package dev.mulligan.runtime.retry;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.time.Time;

/**
 * The delays of one policy: growth, then the cap, then jitter downward, then the floor.
 *
 * <p>All arithmetic saturates: no number of attempts makes a delay negative or longer than the cap.
 * Formulas of jitter: Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
final class Delays {
  private final Backoff backoff;
  private final Jitter jitter;
  private final long base;
  private final double multiplier;
  private final long most;
  private final long least;

  Delays(RetryPolicy policy) {
    this.backoff = policy.backoff();
    this.jitter = policy.jitter();
    this.base = policy.delay().toNanos();
    this.multiplier = policy.multiplier();
    this.most = policy.maxDelay().toNanos();
    this.least = policy.minDelay().toNanos();
  }

  /**
   * Computes the delay before the next attempt.
   *
   * @param failed how many attempts have failed, at least 1
   * @param previous the delay before, in nanoseconds; zero before the second attempt
   * @return nanoseconds, within the floor and the cap
   */
  long next(int failed, long previous) {
    if (backoff == Backoff.NONE) {
      return bounded(0);
    }
    long capped = Math.min(most, grown(failed));
    return bounded(
        switch (jitter) {
          case FULL -> random(0, capped);
          case EQUAL -> capped / 2 + random(0, capped - capped / 2);
          case DECORRELATED -> Math.min(most, random(base, tripled(Math.max(base, previous))));
          case NONE -> capped;
        });
  }

  long bounded(long nanos) {
    return Math.max(least, Math.min(most, nanos));
  }

  /** How much may be added to a hint, so that callers who got the same one do not meet again. */
  long above(long hint) {
    return jitter == Jitter.NONE ? 0 : random(0, Math.min(hint / 10, most));
  }

  private long grown(int failed) {
    return switch (backoff) {
      case EXPONENTIAL -> saturated(base * Math.pow(multiplier, failed - 1));
      case LINEAR -> saturated((double) base * failed);
      case FIXED -> base;
      case NONE -> 0;
    };
  }

  private static long saturated(double nanos) {
    // A cast from double saturates by itself; infinity and overflow become the largest long.
    return (long) nanos;
  }

  private static long tripled(long nanos) {
    return nanos > Long.MAX_VALUE / 3 ? Long.MAX_VALUE : nanos * 3;
  }

  private static long random(long from, long to) {
    return from + (long) (Time.random() * (to - from));
  }
}
