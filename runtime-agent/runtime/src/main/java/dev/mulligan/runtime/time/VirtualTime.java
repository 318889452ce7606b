package dev.mulligan.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Time that only moves when told to: a sleep moves it at once and is remembered. Thread-safe.
 *
 * <pre>{@code
 * try (VirtualTime time = VirtualTime.install()) {
 *   payments.pay(order);
 *   assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200));
 * }
 * }</pre>
 *
 * <p>The waits of asynchronous calls move it as sleeps do. Timeouts do not: they are alarms, which
 * go off when the time is moved. While it is {@linkplain #freeze() frozen}, only {@link #advance}
 * moves it.
 */
public final class VirtualTime implements TimeSource, AutoCloseable {
  private static final Instant EPOCH = Instant.parse("2030-01-01T00:00:00Z");

  /** Real time that other threads get to do what a test waits for. */
  private static final long PATIENCE_SECONDS = 10;

  private final List<Duration> sleeps = new ArrayList<>();
  private final VirtualAlarms alarms = new VirtualAlarms();
  private final long origin;
  private final Random random;
  private long nanos;
  private boolean frozen;
  private Runnable onSleep = () -> {};

  private VirtualTime(long seed, long origin) {
    this.random = new Random(seed);
    this.origin = origin;
  }

  /**
   * Replaces the runtime's time by a virtual one with seed 1.
   *
   * @return the virtual time; closing it puts the JVM's own back
   */
  public static VirtualTime install() {
    return install(1);
  }

  /**
   * Replaces the runtime's time by a virtual one.
   *
   * @param seed the seed of {@link #random()}
   * @return the virtual time; closing it puts the JVM's own back
   */
  public static VirtualTime install(long seed) {
    return install(seed, 0);
  }

  /**
   * Replaces the runtime's time by a virtual one whose monotonic clock begins later than another's
   * ended, so that what the other one left behind, such as used rate limits, is over.
   *
   * @param seed the seed of {@link #random()}
   * @param origin what {@link #nanoTime()} begins with, in nanoseconds; {@link #now()} begins with
   *     the year 2030 all the same
   * @return the virtual time; closing it puts the JVM's own back
   */
  public static VirtualTime install(long seed, long origin) {
    VirtualTime time = new VirtualTime(seed, origin);
    Time.install(time);
    return time;
  }

  @Override
  public long nanoTime() {
    return origin + elapsedNanos();
  }

  @Override
  public Instant now() {
    return EPOCH.plusNanos(elapsedNanos());
  }

  /**
   * Tells how far the time has moved.
   *
   * @return the virtual time since it was installed
   */
  public Duration elapsed() {
    return Duration.ofNanos(elapsedNanos());
  }

  private synchronized long elapsedNanos() {
    return nanos;
  }

  @Override
  public void sleep(long duration) throws InterruptedException {
    sleepUnless(duration, () -> false);
  }

  @Override
  public boolean sleepUnless(long duration, BooleanSupplier over) throws InterruptedException {
    if (over.getAsBoolean()) {
      return false;
    }
    Runnable hook;
    boolean waits;
    synchronized (this) {
      sleeps.add(Duration.ofNanos(duration));
      hook = onSleep;
      waits = frozen;
    }
    hook.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (waits) {
      sleepUntilMoved(duration, over);
    } else {
      advance(Duration.ofNanos(Math.max(0, duration)));
    }
    return !over.getAsBoolean();
  }

  private void sleepUntilMoved(long duration, BooleanSupplier over) throws InterruptedException {
    Thread sleeper = Thread.currentThread();
    AtomicBoolean moved = new AtomicBoolean();
    Alarm alarm =
        set(
            duration,
            true,
            () -> {
              moved.set(true);
              LockSupport.unpark(sleeper);
            });
    try {
      while (!moved.get() && !over.getAsBoolean()) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      alarm.cancel();
    }
  }

  @Override
  public Alarm alarmAt(long deadline, Runnable task) {
    long at = deadline - origin;
    Alarm alarm = alarms.set(at, false, task);
    // Another thread may have moved the time since the deadline was reckoned.
    if (at <= elapsedNanos()) {
      alarms.ring(elapsedNanos());
    }
    return alarm;
  }

  private Alarm set(long wait, boolean wakes, Runnable task) {
    Alarm alarm = alarms.set(elapsedNanos() + Math.max(0, wait), wakes, task);
    if (wait <= 0) {
      alarms.ring(elapsedNanos());
    }
    return alarm;
  }

  /** Notes the wait as a sleep and moves the time; the task runs before this method returns. */
  @Override
  public Alarm pause(long wait, Runnable task) {
    boolean waits;
    synchronized (this) {
      sleeps.add(Duration.ofNanos(wait));
      waits = frozen;
    }
    Alarm alarm = set(wait, false, task);
    if (!waits) {
      advance(Duration.ofNanos(Math.max(0, wait)));
    }
    return alarm;
  }

  @Override
  public synchronized double random() {
    return random.nextDouble();
  }

  /**
   * Moves the time forward and runs what has become due.
   *
   * @param duration how far
   */
  public void advance(Duration duration) {
    synchronized (this) {
      nanos += duration.toNanos();
    }
    Ticker.run();
    alarms.ring(elapsedNanos());
  }

  /**
   * Moves the time forward to the next alarm, and lets it go off.
   *
   * @return how far the time was moved
   * @throws IllegalStateException if no alarm is set
   */
  public Duration advanceToNextAlarm() {
    Long next = alarms.next();
    if (next == null) {
      throw new IllegalStateException("no alarm is set: nothing waits for the time to move");
    }
    Duration step = Duration.ofNanos(Math.max(0, next - elapsedNanos()));
    advance(step);
    return step;
  }

  /**
   * Lets sleeps from now on last until {@link #advance} ends them, rather than move the time
   * themselves. So a test can look at calls that wait; they need threads of their own.
   */
  public synchronized void freeze() {
    frozen = true;
  }

  /** Lets sleeps from now on move the time again. Who sleeps already goes on sleeping. */
  public synchronized void thaw() {
    frozen = false;
  }

  /**
   * Waits for an asynchronous call, without moving the time: ten real seconds at most.
   *
   * @param <T> the result
   * @param stage what to wait for
   * @return its result
   * @throws CompletionException with its failure as the cause, if it failed
   * @throws IllegalStateException if it has not ended in time; the message tells which alarms are
   *     set
   */
  public <T> T await(CompletionStage<T> stage) {
    CompletableFuture<T> ended = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            ended.complete(value);
          } else {
            ended.completeExceptionally(failure);
          }
        });
    try {
      return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the call has not ended; " + waiting(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the call", e);
    }
  }

  private String waiting() {
    Long next = alarms.next();
    return next == null
        ? "no alarm is set, so moving the time would not end it"
        : alarms.count()
            + " alarms are set, and the next goes off when the time is moved by "
            + Duration.ofNanos(next - elapsedNanos());
  }

  /**
   * Waits until other threads have set alarms, such as the timeout of a call that was just begun:
   * ten real seconds at most.
   *
   * @param count how many
   * @throws IllegalStateException if there are fewer when that time is over, or the thread is
   *     interrupted
   */
  public void awaitAlarms(int count) {
    try {
      if (!alarms.await(count, TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS))) {
        throw new IllegalStateException(alarms() + " alarms are set, not " + count);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for alarms", e);
    }
  }

  /**
   * Counts the alarms that have not gone off: timeouts under way, waits for a place, and frozen
   * sleeps.
   *
   * @return how many
   */
  public int alarms() {
    return alarms.count();
  }

  /**
   * Lists the sleeps so far.
   *
   * @return the requested durations, in order
   */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }

  /**
   * Sets what happens at the beginning of every sleep, on the sleeping thread.
   *
   * @param action for example an interrupt
   */
  public synchronized void onSleep(Runnable action) {
    onSleep = action;
  }

  /** Puts the JVM's own time back, and wakes whoever sleeps in this one. */
  @Override
  public void close() {
    Time.uninstall();
    alarms.wakeAll();
  }
}
