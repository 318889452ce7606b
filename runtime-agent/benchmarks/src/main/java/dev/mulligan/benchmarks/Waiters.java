package dev.mulligan.benchmarks;

import dev.mulligan.runtime.time.Threads;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Many virtual threads that wait at once: when each is due, and how late it wakes. */
final class Waiters {
  static final int DELAY_MILLIS = 15_000;

  private static final long DELAY_NANOS = DELAY_MILLIS * 1_000_000L;

  private final long[] due;
  private final long[] late;
  private final CountDownLatch begun;
  private final CountDownLatch ended;

  Waiters(int count) {
    due = new long[count];
    late = new long[count];
    begun = new CountDownLatch(count);
    ended = new CountDownLatch(count);
  }

  /** Tells whether a waiter comes for the first time, and notes when it is due again. */
  boolean begins(int waiter) {
    if (due[waiter] != 0) {
      return false;
    }
    due[waiter] = System.nanoTime() + DELAY_NANOS;
    begun.countDown();
    return true;
  }

  void ends(int waiter) {
    late[waiter] = System.nanoTime() - due[waiter];
    ended.countDown();
  }

  /** Runs the action for all waiters, each on a virtual thread of its own, and measures. */
  Measured measure(IntConsumer action) throws InterruptedException {
    long before = usedHeap();
    for (int i = 0; i < due.length; i++) {
      int waiter = i;
      Threads.startVirtual(() -> action.accept(waiter));
    }
    begun.await();

    long used = usedHeap() - before;
    long measured = System.nanoTime();

    if (Arrays.stream(due).anyMatch(time -> time - measured < 0)) {
      throw new IllegalStateException("some waiters were due before the heap was measured");
    }
    if (!ended.await(2L * DELAY_MILLIS, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(ended.getCount() + " waiters did not wake");
    }
    long[] sorted = late.clone();
    Arrays.sort(sorted);
    return new Measured(
        millis(sorted[sorted.length - 1]),
        millis(sorted[(int) Math.ceil(sorted.length * 0.99) - 1]),
        (double) used / due.length);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  /** What is reachable: a little more than once, because a collection may leave references. */
  @SuppressWarnings("GarbageCollection")
  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * What one run of all waiters gave.
   *
   * @param lateMost how late the last woke, in milliseconds
   * @param late99 how late 99 of 100 woke at most, in milliseconds
   * @param bytes heap a waiter while all wait, its thread included
   */
  record Measured(double lateMost, double late99, double bytes) {}
}
