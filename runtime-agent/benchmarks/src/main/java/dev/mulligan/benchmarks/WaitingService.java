package dev.mulligan.benchmarks;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.annotations.Retry;

/** Fails once for every waiter, which then is in backoff; the build weaves this class. */
public class WaitingService {
  private final Waiters waiters;

  WaitingService(Waiters waiters) {
    this.waiters = waiters;
  }

  /**
   * Fails at the first attempt of a waiter, and succeeds at the second.
   *
   * @param waiter which one, from zero
   */
  @Retry(
      maxAttempts = 2,
      backoff = Backoff.FIXED,
      delay = Waiters.DELAY_MILLIS + "ms",
      jitter = Jitter.NONE)
  public void attempt(int waiter) {
    if (waiters.begins(waiter)) {
      throw Trouble.INSTANCE;
    }
    waiters.ends(waiter);
  }
}
