package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.policy.BreakerWindow;
import java.time.Duration;

/**
 * The recent past of a closed breaker. Fast successes are counted elsewhere, by thread; a window
 * reads their sum when something else happens. Thread-safe.
 */
sealed interface Window permits TimeWindow, CallWindow {
  static Window of(BreakerWindow window, StripedCount successes) {
    Duration time = window.time();
    return time == null
        ? new CallWindow(window.calls(), successes)
        : new TimeWindow(time.toNanos(), successes);
  }

  /** Adds an attempt that is no fast success, and returns what the window then holds. */
  Rates record(boolean failed, boolean slow);
}
