package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.TimeSource;
import java.time.Instant;

/** A clock that only proofs move: nothing else happens when it does. */
public final class SteppedTime implements TimeSource {
  volatile long now;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(now);
  }

  @Override
  public void sleep(long nanos) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Alarm alarmAt(long deadline, Runnable task) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double random() {
    return 0;
  }
}
