package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.Waits;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Knows the calls that wait for another attempt, so that none of them keeps a process from ending,
 * or waits for a guard that is off: they are woken. Those that have letters are kept when the
 * process ends. Thread-safe.
 */
public final class Shutdown {
  private static final Set<Waiting> WAITING = ConcurrentHashMap.newKeySet();
  private static volatile boolean begun;
  private static volatile CompletableFuture<Boolean> idle = new CompletableFuture<>();

  private Shutdown() {}

  /**
   * Lets no call wait any more: those that do are woken, and give up; further failures are not
   * attempted again. Breakers hear of none of it.
   *
   * @param limit how long to wait for the woken calls to end; zero does not wait
   * @return true if all of them have ended
   */
  public static boolean begin(Duration limit) {
    begun = true;
    lookAgain();
    signalIfIdle();
    try {
      return WAITING.isEmpty() || Waits.get(idle, limit);
    } catch (TimeoutException tooLong) {
      return false;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Counts the calls between two attempts.
   *
   * @return how many wait; while the process ends, how many have not left their letters yet
   */
  public static int waiting() {
    return WAITING.size();
  }

  /** Lets calls wait again. For tests. */
  public static void reset() {
    begun = false;
    idle = new CompletableFuture<>();
  }

  static boolean hasBegun() {
    return begun;
  }

  /** Tells whether the process is ending or the guard is off, so that no call waits any more. */
  static boolean isOver(Power power) {
    return begun || power.isOff();
  }

  /** Sleeps on this thread; false if the process is ending or the guard is off. */
  static boolean sleep(long nanos, Power power) throws InterruptedException {
    return Time.sleepUnless(nanos, () -> isOver(power));
  }

  /** Lets every call that waits see whether it still has a reason to. */
  static void lookAgain() {
    WAITING.forEach(Waiting::wake);
  }

  static void enter(Waiting waiting) {
    WAITING.add(waiting);
  }

  static void leave(Waiting waiting) {
    WAITING.remove(waiting);
    if (begun) {
      signalIfIdle();
    }
  }

  private static void signalIfIdle() {
    if (WAITING.isEmpty()) {
      idle.complete(true);
    }
  }

  /** A call between two attempts. */
  interface Waiting {
    /** Lets it see whether the process is ending, or its guard is off. */
    void wake();
  }
}
