package dev.mulligan.runtime.notify;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.MulliganListener;

/**
 * Writes events to the log: what concerns more than one call at level info, single attempts at
 * level debug. Failures that reach the caller are the caller's to log.
 */
final class EventLog implements MulliganListener {
  @Override
  public void onEvent(MulliganEvent event) {
    if (event instanceof BreakerMoved moved) {
      String key = moved.key() == null ? "" : "[" + moved.key() + "]";
      Log.info("breaker " + moved.breaker() + key + ": " + moved.from() + " to " + moved.to());
    } else if (event instanceof LetterWritten letter) {
      Log.info("letter " + letter.letterId() + " of " + letter.callId() + ": " + letter.type());
    } else if (event instanceof Retrying retry && Log.isDebug()) {
      String attempt = "attempt " + retry.attempt() + " of " + retry.maxAttempts();
      Log.debug(
          retry.policy()
              + ": "
              + attempt
              + " in "
              + retry.delay().toMillis()
              + " ms: "
              + retry.type());
    }
  }
}
