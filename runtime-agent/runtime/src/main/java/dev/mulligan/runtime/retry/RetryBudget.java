package dev.mulligan.runtime.retry;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.time.Time;

/**
 * Limits further attempts to a share of the calls, plus a floor of ten a second. First attempts are
 * always allowed. A token bucket: each call earns a share of a token, each further attempt costs
 * one. Thread-safe.
 */
final class RetryBudget {
  private static final double FLOOR_PER_NANO = 10 / 1e9;
  private static final double MOST = 100;

  private final StripedCount calls = new StripedCount();
  private final double share;
  private double tokens = 10;
  private long callsSeen;
  private long seenAt = Time.nanoTime();

  RetryBudget(double percent) {
    this.share = percent / 100;
  }

  void called() {
    calls.increment();
  }

  synchronized boolean allows() {
    long now = Time.nanoTime();
    long callsNow = calls.sum();
    double earned = (callsNow - callsSeen) * share + Math.max(0, now - seenAt) * FLOOR_PER_NANO;
    tokens = Math.min(MOST, tokens + earned);
    callsSeen = callsNow;
    seenAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
