package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Waits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The daemon thread that looks for changes, from the first need on: at the file often, because that
 * costs next to nothing and whoever switches something off there is in a hurry; at all else twice a
 * second.
 */
final class Watch {
  private static final long PERIOD = 500_000_000L;
  private static final String KEY = "mulligan.watch";

  /**
   * A changed file counts at the second look that finds it the same: within a tenth of a second.
   */
  private static final Duration OFTEN = Duration.ofMillis(30);

  private static final Duration LEAST = Duration.ofMillis(5);
  private static final Duration MOST = Duration.ofNanos(PERIOD);

  private static volatile String complained = "";

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private Watch() {}

  static void start() {
    if (!STARTED.get() && STARTED.compareAndSet(false, true)) {
      boolean started = false;
      try {
        Threads.daemon("mulligan-config", Watch::loop).start();
        started = true;
      } finally {
        // A JVM that has no thread left now may have one the next time.
        STARTED.set(started);
      }
    }
  }

  private static void loop() {
    boolean failed = false;
    long sinceAll = 0;
    while (true) {
      long period = PERIOD;
      try {
        period = period();
        sinceAll += period;
        if (sinceAll >= PERIOD) {
          sinceAll = 0;
          Config.look();
          KnownKeys.reportLate();
        } else {
          Config.lookAtFile();
        }
      } catch (Throwable broken) {
        if (!failed) {
          failed = true;
          Log.warn("Looking for changes of the configuration failed", broken);
        }
      }
      Waits.pause(period);
    }
  }

  /** How long to wait for the next look, in nanoseconds. */
  private static long period() {
    if (!Config.hasFile()) {
      return PERIOD;
    }
    String text = Config.ofAll(KEY);
    Duration wanted = OFTEN;
    try {
      wanted = text == null ? OFTEN : Durations.parse(text);
      if (wanted.compareTo(LEAST) < 0 || wanted.compareTo(MOST) > 0) {
        throw new IllegalArgumentException("must be between 5ms and 500ms");
      }
    } catch (IllegalArgumentException wrong) {
      wanted = OFTEN;
      complain(String.valueOf(text), wrong);
    }
    return wanted.toNanos();
  }

  private static void complain(String text, IllegalArgumentException wrong) {
    if (!complained.equals(text)) {
      complained = text;
      Log.warn(KEY + " = " + text + ": " + wrong.getMessage());
    }
  }
}
