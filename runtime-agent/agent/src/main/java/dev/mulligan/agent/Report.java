package dev.mulligan.agent;

import dev.mulligan.runtime.log.Log;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says what was not woven, and why. Messages come from within class loading, where a log would load
 * classes in turn; a thread of its own writes them afterwards.
 */
public final class Report {
  private static final Queue<String> MESSAGES = new ConcurrentLinkedQueue<>();
  private static final AtomicBoolean WRITING = new AtomicBoolean();

  private Report() {}

  /**
   * Reports a method or class that is left as it was written.
   *
   * @param what the class or method
   * @param why the reason
   */
  public static void notWoven(String what, String why) {
    MESSAGES.add("Not guarded: " + what + ": " + why);
    if (WRITING.compareAndSet(false, true)) {
      Thread writer = new Thread(null, Report::write, "mulligan-report", 0, false);
      writer.setDaemon(true);
      writer.setContextClassLoader(Report.class.getClassLoader());
      writer.start();
    }
  }

  private static void write() {
    do {
      for (String message = MESSAGES.poll(); message != null; message = MESSAGES.poll()) {
        Log.warn(message);
      }
      WRITING.set(false);
      // A message that came in between found this thread still writing.
    } while (!MESSAGES.isEmpty() && WRITING.compareAndSet(false, true));
  }
}
