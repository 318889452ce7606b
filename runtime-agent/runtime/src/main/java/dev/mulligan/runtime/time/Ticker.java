package dev.mulligan.runtime.time;

import dev.mulligan.runtime.log.Log;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One daemon thread that keeps the coarse clock and rolls the windows of breakers, so that a
 * successful call reads no clock.
 *
 * <p>It starts with the first task and sleeps until the next one is due. Tasks are held weakly: a
 * window that nobody uses any more stops ticking. All methods are thread-safe.
 */
public final class Ticker {
  private static final long LONGEST_SLEEP = 1_000_000_000L;

  private static final Object LOCK = new Object();
  private static final List<Entry> ENTRIES = new ArrayList<>();
  private static volatile @Nullable Thread thread;

  /** When the thread looks again; guarded by the lock. */
  private static long nextLook;

  private Ticker() {}

  /**
   * Adds a task.
   *
   * @param periodNanos how often, in nanoseconds
   * @param tick the task; the caller keeps it reachable as long as it is wanted
   */
  public static void every(long periodNanos, Tick tick) {
    boolean looksTooLate;
    synchronized (LOCK) {
      long now = Time.nanoTime();
      ENTRIES.add(new Entry(periodNanos, new WeakReference<>(tick), now + periodNanos));
      // A replaced clock may have left any time here.
      boolean looksSoon = nextLook - now >= 0 && nextLook - now <= LONGEST_SLEEP;
      looksTooLate = !looksSoon || nextLook - now > periodNanos;
      if (thread == null) {
        thread = start();
      }
    }
    if (looksTooLate) {
      // Only then: to wake a thread costs more than all else that a new window does.
      LockSupport.unpark(thread);
    }
  }

  /**
   * Runs what is due. Called by the ticker's own thread, and by virtual time when it moves.
   *
   * @return how many nanoseconds from now the next task is due
   */
  static long run() {
    long wait = LONGEST_SLEEP;
    synchronized (LOCK) {
      // Read in here: once a replaced clock has run the ticker, no time of the old one is seen.
      long now = Time.nanoTime();
      CoarseClock.set(now);
      for (int i = ENTRIES.size() - 1; i >= 0; i--) {
        Entry entry = ENTRIES.get(i);
        if (entry.runIfDue(now)) {
          wait = Math.min(wait, entry.due - now);
        } else {
          ENTRIES.remove(i);
        }
      }
      nextLook = now + wait;
    }
    return wait;
  }

  private static Thread start() {
    Thread ticker = Threads.daemon("mulligan-ticker", Ticker::loop);
    ticker.start();
    return ticker;
  }

  private static void loop() {
    while (true) {
      long wait = LONGEST_SLEEP;
      try {
        wait = run();
      } catch (Throwable broken) {
        // Without this thread the coarse clock would stand still.
        Log.warn("A tick failed", broken);
      }
      LockSupport.parkNanos(Math.max(100_000, wait));
      // An interrupt is not for this thread; kept, it would make every park return at once.
      Thread.interrupted();
    }
  }

  private static final class Entry {
    private final long period;
    private final WeakReference<Tick> tick;
    private long due;

    Entry(long period, WeakReference<Tick> tick, long due) {
      this.period = period;
      this.tick = tick;
      this.due = due;
    }

    /** Returns false once the task is gone. */
    boolean runIfDue(long now) {
      Tick task = tick.get();
      if (task == null) {
        return false;
      }
      // A replaced clock may start far from the old one, in either direction.
      boolean clockJumpedBack = due - now > period;
      if (now - due >= 0 || clockJumpedBack) {
        due = now + period;
        task.tick(now);
      }
      return true;
    }
  }
}
