package dev.mulligan.runtime.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Initialises classes of Mulligan's own on a thread whose stack is empty, before they are needed on
 * one that may be nearly full: a class whose initialiser overflows the stack can never be used
 * again, and what depends on it would be off until the JVM ends. Nothing in here, nor in who asks,
 * may need an initialiser itself. Thread-safe.
 */
public final class EmptyStack {
  /** Nobody waits longer for what is quick; it may hang where all of the machine does. */
  private static final long PATIENCE_MS = 1_000;

  /** Frames that must fit onto the stack, of a hundred bytes or so each: as for some 20 KiB. */
  private static final int HEADROOM = 256;

  private EmptyStack() {}

  /**
   * Initialises classes; waits a second at most. An interrupt does not shorten it, and the flag
   * stays.
   *
   * @param names their names within the runtime, without its package
   * @return false if it cannot be done now, because the stack is too full or there is no thread
   */
  public static boolean initialise(String[] names) {
    try {
      long unused = descend(HEADROOM, 1, 2, 3);
      CompletableFuture<Boolean> done = new CompletableFuture<>();
      Thread thread =
          new Thread(null, () -> done.complete(load(names)), "mulligan-classes", 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(EmptyStack.class.getClassLoader());
      thread.start();
      return await(done);
    } catch (StackOverflowError | OutOfMemoryError | ExecutionException notNow) {
      return false;
    }
  }

  private static boolean await(CompletableFuture<Boolean> done) throws ExecutionException {
    try {
      return Waits.get(done, Duration.ofMillis(PATIENCE_MS));
    } catch (TimeoutException busy) {
      return true;
    }
  }

  private static long descend(int frames, long a, long b, long c) {
    return frames == 0 ? a : descend(frames - 1, a + b, b + c, c) + frames;
  }

  private static boolean load(String[] names) {
    String runtime = "dev.mulligan.runtime.";
    for (String name : names) {
      try {
        Class<?> unused = Class.forName(runtime + name, true, EmptyStack.class.getClassLoader());
      } catch (ClassNotFoundException | LinkageError broken) {
        // Whoever needs it says so.
      }
    }
    return true;
  }
}
