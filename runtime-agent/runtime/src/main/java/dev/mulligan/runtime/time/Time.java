package dev.mulligan.runtime.time;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The time of the whole runtime. It is the JVM's own unless a test has installed another {@link
 * TimeSource}. Thread-safe.
 */
public final class Time {
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
