package dev.mulligan.testkit;

import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.policy.Durations;

/** Tells events to people. */
final class EventText {
  private EventText() {}

  static String of(Object event) {
    if (event instanceof AttemptFailed e) {
      return "attempt "
          + e.attempt()
          + "/"
          + e.maxAttempts()
          + " failed, "
          + e.type()
          + ": "
          + e.failure();
    } else if (event instanceof Retrying e) {
      return "waits " + Durations.format(e.delay()) + " for attempt " + e.attempt();
    } else if (event instanceof Recovered e) {
      return "recovered at attempt " + e.attempts();
    } else if (event instanceof Refused e) {
      return "refused, " + e.reason();
    } else if (event instanceof Exhausted e) {
      return "exhausted after attempt " + e.attempts() + ", " + e.type();
    } else if (event instanceof FellBack e) {
      return "fell back, " + e.type();
    } else if (event instanceof BreakerMoved e) {
      return "breaker moved from " + e.from() + " to " + e.to();
    } else if (event instanceof LetterWritten e) {
      return "letter written, " + e.type();
    } else if (event instanceof LetterRejected e) {
      return "letter rejected: " + e.reason();
    } else if (event instanceof Replayed e) {
      return e.succeeded() ? "letter replayed" : "letter replayed, failed again";
    }
    return event.toString();
  }
}
