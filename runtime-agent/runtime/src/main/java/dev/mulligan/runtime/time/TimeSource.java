package dev.mulligan.runtime.time;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A clock, a way to sleep and a source of randomness. Implementations are thread-safe. */
public interface TimeSource {
  /**
   * Reads the monotonic clock.
   *
   * @return nanoseconds since an arbitrary origin; only differences mean anything
   */
  long nanoTime();

  /**
   * Reads the wall clock, for stored timestamps and HTTP dates alone.
   *
   * @return the current instant
   */
  Instant now();

  /**
   * Waits.
   *
   * @param nanos how long, in nanoseconds; zero or less does not wait, but still sees an interrupt
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  void sleep(long nanos) throws InterruptedException;

  /**
   * Waits, unless there is no more reason to.
   *
   * @param nanos how long, in nanoseconds
   * @param over whether to stop; looked at before waiting and whenever the thread is unparked
   * @return false if it was over before the time
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  default boolean sleepUnless(long nanos, BooleanSupplier over) throws InterruptedException {
    if (over.getAsBoolean()) {
      return false;
    }
    sleep(nanos);
    return !over.getAsBoolean();
  }

  /**
   * Runs a task later, without holding a thread until then.
   *
   * @param deadline when, on the scale of {@link #nanoTime()}; at once if that is over
   * @param task something short; it runs on a thread that others wait for
   * @return calls it off
   */
  Alarm alarmAt(long deadline, Runnable task);

  /**
   * Waits without holding a thread: like {@link #sleep} for a caller, and like {@link #alarmAt} for
   * the JVM. Only a virtual clock tells them apart, which a sleep moves and an alarm does not.
   *
   * @param nanos how long to wait, in nanoseconds
   * @param task something short; it runs on a thread that others wait for
   * @return calls it off
   */
  default Alarm pause(long nanos, Runnable task) {
    return alarmAt(nanoTime() + nanos, task);
  }

  /**
   * Draws a random number.
   *
   * @return at least 0 and below 1
   */
  double random();
}
