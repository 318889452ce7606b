package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** The daemon thread that looks for changes twice a second, from the first need on. */
final class Watch {
  /** A changed file counts at the second look that finds it the same: after a second at most. */
  private static final long PERIOD = 500_000_000L;

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private Watch() {}

  @SuppressWarnings("removal") // as long as there is a JDK on which a thread remembers its creator
  static void start() {
    if (!STARTED.get() && STARTED.compareAndSet(false, true)) {
      // Else the thread would keep the application that happened to be on the stack from unloading.
      AccessController.doPrivileged((PrivilegedAction<Thread>) Watch::thread).start();
    }
  }

  private static Thread thread() {
    Thread thread = new Thread(null, Watch::loop, "mulligan-config", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Watch.class.getClassLoader());
    return thread;
  }

  private static void loop() {
    boolean complained = false;
    while (true) {
      LockSupport.parkNanos(PERIOD);
      // An interrupt is not for this thread; kept, it would make every park return at once.
      Thread.interrupted();
      try {
        Config.look();
        KnownKeys.reportLate();
      } catch (Throwable broken) {
        if (!complained) {
          complained = true;
          Log.warn("Looking for changes of the configuration failed", broken);
        }
      }
    }
  }
}
