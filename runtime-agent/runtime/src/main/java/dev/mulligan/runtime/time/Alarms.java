package dev.mulligan.runtime.time;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that alarms go off on. It starts with the first alarm. */
final class Alarms {
  private static final ScheduledThreadPoolExecutor TIMER = start();

  private Alarms() {}

  private static ScheduledThreadPoolExecutor start() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, task -> Threads.daemon("mulligan-alarm", task));
    // A cancelled alarm must not hold its call until it would have gone off.
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  static Alarm set(long nanos, Runnable task) throws RejectedExecutionException {
    Future<?> future = TIMER.schedule(task, nanos, TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }
}
