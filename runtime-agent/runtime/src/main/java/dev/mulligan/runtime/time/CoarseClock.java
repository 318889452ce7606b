package dev.mulligan.runtime.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A monotonic clock that costs one memory read and lags behind the real one by up to its
 * resolution.
 *
 * <p>A retry policy limits the time of a whole call, so it must know when the call began, and most
 * calls succeed and never need to know. {@code System.nanoTime()} costs 25 ns, which is fifty times
 * the rest of the happy path. The resolution is a thousandth of the shortest limit in use.
 */
public final class CoarseClock {
  private static final long FINEST = 1_000_000;
  private static final long COARSEST = 100_000_000;
  private static final VarHandle NOW;
  private static final VarHandle CEILING;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      NOW = lookup.findStaticVarHandle(CoarseClock.class, "now", long.class);
      CEILING = lookup.findStaticVarHandle(CoarseClock.class, "ceiling", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // through NOW: an opaque read is not hoisted out of loops
  private static long now = Time.nanoTime();

  @SuppressWarnings("unused") // through CEILING
  private static long ceiling = now;

  private static volatile long resolution = Long.MAX_VALUE;

  @SuppressWarnings("unused") // the ticker holds it weakly
  private static @Nullable Tick tick;

  private CoarseClock() {}

  /**
   * Reads the clock.
   *
   * @return nanoseconds on the scale of {@link Time#nanoTime()}, never ahead of it
   */
  public static long now() {
    return (long) NOW.getOpaque();
  }

  /**
   * Reads how late it can be by now: the real clock does not pass this before the next tick, unless
   * the ticker's thread is kept from running for longer than a resolution. A virtual clock stands
   * still between ticks, so there this is {@link #now()}.
   *
   * @return nanoseconds on the scale of {@link Time#nanoTime()}
   */
  public static long ceiling() {
    return (long) CEILING.getOpaque();
  }

  /**
   * Asks for a clock that is good enough to measure a limit.
   *
   * @param limitNanos the limit; the clock will lag by a thousandth of it at most, within 1 ms to
   *     100 ms
   */
  public static synchronized void serve(long limitNanos) {
    long wanted = Math.min(COARSEST, Math.max(FINEST, limitNanos / 1000));
    if (wanted < resolution) {
      resolution = wanted;
      // Whoever asked reads the clock before the ticker's thread has run.
      set(Time.nanoTime());
      // The old task goes with its last reference; the new one ticks faster.
      Tick faster =
          new Tick() {
            @Override
            public void tick(long now) {
              set(now);
            }
          };
      tick = faster;
      Ticker.every(wanted, faster);
    }
  }

  static void set(long nanos) {
    // The ceiling first, so that whoever sees the new time never sees less than its ceiling.
    CEILING.setRelease(nanos + (Time.isVirtual() ? 0 : 2 * Math.min(resolution, COARSEST)));
    NOW.setRelease(nanos);
  }
}
