package dev.mulligan.runtime.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
}
