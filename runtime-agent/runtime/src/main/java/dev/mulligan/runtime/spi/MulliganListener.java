package dev.mulligan.runtime.spi;

import dev.mulligan.runtime.event.MulliganEvent;

/**
 * Hears what happens to guarded calls. Called on the thread of the call, so it should be quick;
 * what it throws is logged and changes nothing. Successful first attempts are not reported.
 */
@FunctionalInterface
public interface MulliganListener {
  /**
   * Receives an event.
   *
   * @param event one of the records of {@link dev.mulligan.runtime.event}
   */
  void onEvent(MulliganEvent event);
}
