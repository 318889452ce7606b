package dev.mulligan.runtime.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Waits for Mulligan's own threads: bounded, and not cut short by interrupts. */
public final class Waits {
  private Waits() {}

  /**
   * Waits for a result. An interrupt is kept for later.
   *
   * @param <T> the result
   * @param future what to wait for
   * @param limit how long
   * @return the result
   * @throws TimeoutException if the limit is over
   * @throws ExecutionException if the future failed
   */
  public static <T> T get(CompletableFuture<T> future, Duration limit)
      throws TimeoutException, ExecutionException {
    boolean interrupted = false;
    // Real time: other threads do not hurry because a test's clock does.
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        try {
          return future.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Lets a thread of Mulligan's own rest, in real time. An interrupt ends it early, and is over
   * then: those threads have no use for it.
   *
   * @param nanos how long, in nanoseconds; none if it is 0 or less
   */
  public static void pause(long nanos) {
    LockSupport.parkNanos(nanos);
    Thread.interrupted();
  }
}
