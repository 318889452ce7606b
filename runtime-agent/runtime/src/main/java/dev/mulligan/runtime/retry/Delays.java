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
 *
 * <p>Delays after throttling grow from five times the base: whoever says "too many calls" is helped
 * by fewer, where whoever fails may well succeed at once. The AWS SDK for Java v2 does the same in
 * its legacy mode ({@code SdkDefaultRetrySetting}: 500 ms instead of 100 ms; its standard mode
 * waits ten times as long). A fixed delay stays as it was fixed.
 */
final class Delays {
  private static final int THROTTLED_FACTOR = 5;

  private final Backoff backoff;
  private final Jitter jitter;
  private final long base;
  private final long throttledBase;
  private final double multiplier;
  private final long most;
  private final long least;

  Delays(RetryPolicy policy) {
    this.backoff = policy.backoff();
    this.jitter = policy.jitter();
    this.base = policy.delay().toNanos();
    this.throttledBase = saturated((double) base * THROTTLED_FACTOR);
    this.multiplier = policy.multiplier();
    this.most = policy.maxDelay().toNanos();
    this.least = policy.minDelay().toNanos();
  }

  /**
   * Computes the delay before the next attempt.
   *
   * @param failed how many attempts have failed, at least 1
   * @param previous the delay before, in nanoseconds; zero before the second attempt
   * @param throttled whether the failure asks for less traffic, without saying how long
   * @return nanoseconds, within the floor and the cap
   */
  long next(int failed, long previous, boolean throttled) {
    if (backoff == Backoff.NONE) {
      return bounded(0);
    }
    long first = throttled && backoff != Backoff.FIXED ? throttledBase : base;
    long capped = Math.min(most, grown(first, failed));
    return bounded(
        switch (jitter) {
          case FULL -> random(0, capped);
          case EQUAL -> capped / 2 + random(0, capped - capped / 2);
          case DECORRELATED -> decorrelated(first, previous);
          case NONE -> capped;
        });
  }

  /** A longer base stays well below the cap, or all delays would be the cap. */
  private long decorrelated(long wanted, long previous) {
    long from = Math.min(wanted, Math.max(base, most / 3));
    return Math.min(most, random(from, tripled(Math.max(from, previous))));
  }

  long bounded(long nanos) {
    return Math.max(least, Math.min(most, nanos));
  }

  /** How much may be added to a hint, so that callers who got the same one do not meet again. */
  long above(long hint) {
    return jitter == Jitter.NONE ? 0 : random(0, Math.min(hint / 10, most));
  }

  private long grown(long first, int failed) {
    return switch (backoff) {
      case EXPONENTIAL -> saturated(first * Math.pow(multiplier, failed - 1));
      case LINEAR -> saturated((double) first * failed);
      case FIXED -> first;
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
