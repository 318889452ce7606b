package dev.mulligan.agent.coverage;

import dev.mulligan.runtime.log.Log;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that is done on a thread of its own, which lives as long as there is some. Where no thread
 * can be started the work waits for the next attempt. Thread-safe.
 */
final class Errands {
  private final ThreadFactory threads;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();

  Errands(ThreadFactory threads) {
    this.threads = threads;
  }

  /** Adds work. It is done soon after the next {@link #begin}. */
  void add(Runnable errand) {
    waiting.add(errand);
  }

  /** Sees to it that somebody does what waits. Never throws. */
  void begin() {
    if (!waiting.isEmpty() && working.compareAndSet(false, true)) {
      try {
        threads.newThread(this::work).start();
      } catch (Throwable noThread) {
        // Such as a limit of threads, or memory that has run out.
        working.set(false);
      }
    }
  }

  private void work() {
    do {
      for (Runnable errand = waiting.poll(); errand != null; errand = waiting.poll()) {
        try {
          errand.run();
        } catch (Throwable broken) {
          Log.warn("The agent could not say what it found", broken);
        }
      }
      working.set(false);
      // Work that came in between found this thread still working.
    } while (!waiting.isEmpty() && working.compareAndSet(false, true));
  }
}
