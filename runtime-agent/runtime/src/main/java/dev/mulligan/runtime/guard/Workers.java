package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.time.Threads;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which attempts run that do not run on their caller's. All are daemons. */
final class Workers {
  /**
   * Unbounded, because a body or fallback that blocks must not hold up those of others: each caller
   * waits for one thread, and what is asynchronous needs one for a step.
   */
  private static final Executor PLATFORM =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          30,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Threads.daemon("mulligan-attempt", task));

  /** Not the common pool, which the application may keep busy for as long as it likes. */
  private static final Executor FOR_ASYNC =
      Threads.haveVirtual() ? Threads::startVirtual : PLATFORM;

  private Workers() {}

  /** Runs a body that may block, on a thread of the same kind as the caller's. */
  static void runBlocking(Runnable body) {
    if (Threads.isVirtual(Thread.currentThread())) {
      Threads.startVirtual(body);
    } else {
      PLATFORM.execute(body);
    }
  }

  /** Runs the beginning of something asynchronous; on this thread if there is no other. */
  static void runAsync(Runnable beginning) {
    try {
      FOR_ASYNC.execute(beginning);
    } catch (RuntimeException | OutOfMemoryError noThread) {
      beginning.run();
    }
  }
}
