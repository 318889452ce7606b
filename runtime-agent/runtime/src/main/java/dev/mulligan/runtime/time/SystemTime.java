package dev.mulligan.runtime.time;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The clocks and the sleep of the JVM. */
enum SystemTime implements TimeSource {
  INSTANCE;

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (nanos <= 0) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return;
    }
    TimeUnit.NANOSECONDS.sleep(nanos);
  }

  @Override
  public boolean sleepUnless(long nanos, BooleanSupplier over) throws InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, nanos);
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (over.getAsBoolean()) {
        return false;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return true;
      }
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public Alarm alarmAt(long deadline, Runnable task) {
    return Alarms.set(deadline - System.nanoTime(), task);
  }

  @Override
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
