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

  /**
   * Adds what is no fast success, and returns what the window then holds.
   *
   * @param calls zero or one attempt
   * @param failures zero or one failure: of that attempt, or of one that was added before
   * @param slow zero or one slow attempt
   */
  Rates record(int calls, int failures, int slow);

  default Rates read() {
    return record(0, 0, 0);
  }
}
