package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.time.Threads;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Publishes what breakers do while no caller is there. Listeners are user code, which must hold up
 * neither the ticker nor the alarms. The thread ends when there is nothing to say.
 */
final class Announcer {
  private static final ThreadPoolExecutor THREAD = start();

  private Announcer() {}

  private static ThreadPoolExecutor start() {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> Threads.daemon("mulligan-breaker", task));
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  static void publish(BreakerMoved event, AppLog log) {
    THREAD.execute(() -> Events.publish(event, log));
  }
}
