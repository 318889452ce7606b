package dev.mulligan.runtime.time;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The time of the whole runtime. It is the JVM's own unless a test has installed another {@link
 * TimeSource}. Thread-safe.
 */
public final class Time {
  /** Beyond it, sums with the clock would overflow: 146 years. */
  private static final long FURTHEST = Long.MAX_VALUE / 2;

  private static volatile TimeSource source = SystemTime.INSTANCE;

  private Time() {}

  /**
   * Reads the monotonic clock.
   *
   * @return nanoseconds since an arbitrary origin
   */
  public static long nanoTime() {
    return source.nanoTime();
  }

  /**
   * Reads the wall clock.
   *
   * @return the current instant, for stored timestamps alone
   */
  public static Instant now() {
    return source.now();
  }

  /**
   * Waits.
   *
   * @param nanos how long, in nanoseconds
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public static void sleep(long nanos) throws InterruptedException {
    source.sleep(nanos);
  }

  /**
   * Waits, unless there is no more reason to.
   *
   * @param nanos how long, in nanoseconds
   * @param over whether to stop; looked at before waiting and whenever the thread is unparked
   * @return false if it was over before the time
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  public static boolean sleepUnless(long nanos, BooleanSupplier over) throws InterruptedException {
    return source.sleepUnless(nanos, over);
  }

  /**
   * Runs a task later, without holding a thread until then.
   *
   * @param nanos how long to wait, in nanoseconds
   * @param task something short; it runs on a thread that others wait for
   * @return calls it off
   */
  public static Alarm alarm(long nanos, Runnable task) {
    return alarmAt(source.nanoTime() + Math.min(nanos, FURTHEST), task);
  }

  /**
   * Runs a task later, without holding a thread until then.
   *
   * @param deadline when, on the scale of {@link #nanoTime()}; at once if that is over
   * @param task something short; it runs on a thread that others wait for
   * @return calls it off
   */
  public static Alarm alarmAt(long deadline, Runnable task) {
    return source.alarmAt(deadline, task);
  }

  /**
   * Waits without holding a thread. A virtual clock is moved by it, as by {@link #sleep}.
   *
   * @param nanos how long to wait, in nanoseconds
   * @param task something short; it runs on a thread that others wait for
   * @return calls it off
   */
  public static Alarm pause(long nanos, Runnable task) {
    return source.pause(nanos, task);
  }

  /**
   * Waits for another thread, but not for ever, and only while there is a reason to.
   *
   * @param <T> what the other thread gives
   * @param signal what the other thread completes
   * @param nanos how long to wait, in nanoseconds
   * @param late completes the signal if nobody else has; it is completed when this method returns
   * @param over whether to stop; looked at before waiting and whenever the thread is unparked
   * @return what the signal was completed with
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws ExecutionException if the signal was completed with an exception
   */
  public static <T> T await(CompletableFuture<T> signal, long nanos, T late, BooleanSupplier over)
      throws InterruptedException, ExecutionException {
    Thread waiter = Thread.currentThread();
    var unused = signal.whenComplete((value, failure) -> LockSupport.unpark(waiter));
    Alarm alarm = alarm(nanos, () -> signal.complete(late));
    try {
      while (!signal.isDone()) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (over.getAsBoolean()) {
          signal.complete(late);
        } else {
          LockSupport.park(signal);
        }
      }
      return signal.get();
    } finally {
      alarm.cancel();
    }
  }

  /**
   * Waits for another thread, but not for ever.
   *
   * @param <T> what the other thread gives
   * @param signal what the other thread completes
   * @param deadline until when, on the scale of {@link #nanoTime()}
   * @param late completes the signal if nobody else has; it is completed when this method returns
   * @return what the signal was completed with
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws ExecutionException if the signal was completed with an exception
   */
  public static <T> T awaitUntil(CompletableFuture<T> signal, long deadline, T late)
      throws InterruptedException, ExecutionException {
    if (signal.isDone()) {
      return signal.get();
    }
    Alarm alarm = alarmAt(deadline, () -> signal.complete(late));
    try {
      return signal.get();
    } finally {
      alarm.cancel();
    }
  }

  /**
   * Draws a random number.
   *
   * @return at least 0 and below 1
   */
  public static double random() {
    return source.random();
  }

  /**
   * Draws 64 random bits, for identities. Never from a test's seed: what is stored must differ from
   * what another process stores.
   *
   * @return any long
   */
  public static long randomBits() {
    return ThreadLocalRandom.current().nextLong();
  }

  /** Tells whether a test has replaced the time, so that it only moves when told to. */
  static boolean isVirtual() {
    return source != SystemTime.INSTANCE;
  }

  /**
   * Replaces the time of the runtime. For tests; deadlines and windows that are already counting
   * see the clock jump.
   *
   * @param replacement the new source
   */
  public static void install(TimeSource replacement) {
    source = replacement;
    Ticker.run();
  }

  /** Puts the JVM's own time back. */
  public static void uninstall() {
    install(SystemTime.INSTANCE);
  }
}
