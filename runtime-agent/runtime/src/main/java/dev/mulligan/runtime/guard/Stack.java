package dev.mulligan.runtime.guard;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that guards are made where there is room for it. The first guard initializes most of
 * the runtime, and a class whose initialization ran out of stack stays unusable for the life of the
 * JVM: one call that was too deep would cost all later calls their guards.
 */
final class Stack {
  /** About 100 KiB before it is compiled; to make the first guard takes half of that. */
  private static final int FRAMES = 1_000;

  /** For as long as this the caller waits; it may hold what an application's constructor needs. */
  private static final long LONGEST_WAIT_MILLIS = 2_000;

  private Stack() {}

  /** Tells whether the stack of this thread has room to make a guard. */
  static boolean hasRoom() {
    try {
      return deep(FRAMES) == FRAMES;
    } catch (StackOverflowError tooDeep) {
      return false;
    }
  }

  private static int deep(int frames) {
    return frames == 0 ? 0 : deep(frames - 1) + 1;
  }

  /**
   * Does some work on a thread that has nothing else on its stack.
   *
   * @throws StackOverflowError if it has not ended in time; it goes on, and a later call may profit
   * @throws Exception what the work throws
   */
  static <T> T elsewhere(Callable<T> work) throws Exception {
    Fresh<T> fresh = new Fresh<>(work);
    Thread thread = new Thread(null, fresh, "mulligan-link", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Stack.class.getClassLoader());
    thread.start();
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(LONGEST_WAIT_MILLIS);
    } catch (InterruptedException stop) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return fresh.result();
  }

  private static final class Fresh<T> implements Runnable {
    private final Callable<T> work;
    private volatile @Nullable T made;
    private volatile @Nullable Throwable broken;

    Fresh(Callable<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        made = work.call();
      } catch (Throwable e) {
        broken = e;
      }
    }

    T result() throws Exception {
      Throwable thrown = broken;
      if (thrown != null) {
        throw Sneaky.rethrow(thrown);
      }
      T result = made;
      if (result == null) {
        throw new StackOverflowError("too deep for the first call of a guarded method");
      }
      return result;
    }
  }
}
