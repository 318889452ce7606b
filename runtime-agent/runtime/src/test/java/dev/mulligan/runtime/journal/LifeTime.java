package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.TimeSource;
import java.time.Instant;

/** A clock of each thread's own, so that many lives can be lived at once. */
final class LifeTime implements TimeSource {
  static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private final ThreadLocal<Long> millis = ThreadLocal.withInitial(() -> 0L);

  void begin() {
    millis.set(0L);
  }

  void pass(long more) {
    millis.set(millis.get() + more);
  }

  @Override
  public long nanoTime() {
    return millis.get() * 1_000_000;
  }

  @Override
  public Instant now() {
    return BEGIN.plusMillis(millis.get());
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
