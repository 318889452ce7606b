package dev.mulligan.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Time that only moves when told to: a sleep moves it at once and is remembered. Thread-safe.
 *
 * <pre>{@code
 * try (VirtualTime time = VirtualTime.install()) {
 *   payments.pay(order);
 *   assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200));
 * }
 * }</pre>
 */
public final class VirtualTime implements TimeSource, AutoCloseable {
  private static final Instant EPOCH = Instant.parse("2030-01-01T00:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private final Random random;
  private long nanos;
  private Runnable onSleep = () -> {};
  private final PriorityQueue<Due> alarms = new PriorityQueue<>();
  private long alarmsSet;

  private VirtualTime(long seed) {
    this.random = new Random(seed);
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
    VirtualTime time = new VirtualTime(seed);
    Time.install(time);
    return time;
  }

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public Instant now() {
    return EPOCH.plusNanos(nanoTime());
  }

  @Override
  public void sleep(long duration) throws InterruptedException {
    Runnable hook;
    synchronized (this) {
      sleeps.add(Duration.ofNanos(duration));
      hook = onSleep;
    }
    hook.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    advance(Duration.ofNanos(Math.max(0, duration)));
  }

  @Override
  public Alarm alarm(long wait, Runnable task) {
    Due due;
    synchronized (this) {
      due = new Due(nanos + Math.max(0, wait), alarmsSet++, task);
      alarms.add(due);
    }
    if (wait <= 0) {
      ring();
    }
    return () -> remove(due);
  }

  private synchronized void remove(Due due) {
    alarms.remove(due);
  }

  /** Notes the wait as a sleep and moves the time; the task runs before this method returns. */
  @Override
  public Alarm pause(long wait, Runnable task) {
    synchronized (this) {
      sleeps.add(Duration.ofNanos(wait));
    }
    Alarm alarm = alarm(wait, task);
    advance(Duration.ofNanos(Math.max(0, wait)));
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
    ring();
  }

  /** Runs the alarms that are due, the earliest first. */
  private void ring() {
    for (Due due = nextDue(); due != null; due = nextDue()) {
      due.task().run();
    }
  }

  private synchronized @Nullable Due nextDue() {
    Due first = alarms.peek();
    return first != null && first.at() <= nanos ? alarms.poll() : null;
  }

  /**
   * Counts the alarms that have not gone off: timeouts under way, and waits for a place.
   *
   * @return how many
   */
  public synchronized int alarms() {
    return alarms.size();
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

  @Override
  public void close() {
    Time.uninstall();
  }

  private record Due(long at, long order, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
