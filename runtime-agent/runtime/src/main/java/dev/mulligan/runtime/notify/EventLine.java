package dev.mulligan.runtime.notify;

import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.ConfigurationChanged;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Operated;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.ReplayEnded;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.event.Switched;
import dev.mulligan.runtime.event.WouldHave;
import dev.mulligan.runtime.log.Line;
import java.util.function.UnaryOperator;

/**
 * The line of an event, before it is written.
 *
 * @param kind what it tells
 * @param policy whose event it is: the policy, for letters the call, for configuration nobody
 * @param pairs adds its pairs and its cause
 */
record EventLine(EventKind kind, String policy, UnaryOperator<Line> pairs) {

  static EventLine of(MulliganEvent event) {
    if (event instanceof AttemptFailed e) {
      return attemptFailed(e);
    } else if (event instanceof Retrying e) {
      return retrying(e);
    } else if (event instanceof Recovered e) {
      return recovered(e);
    } else if (event instanceof Refused e) {
      return refused(e);
    } else if (event instanceof Exhausted e) {
      return exhausted(e);
    } else if (event instanceof FellBack e) {
      return fellBack(e);
    } else if (event instanceof BreakerMoved e) {
      return breakerMoved(e);
    } else if (event instanceof LetterWritten e) {
      return letterWritten(e);
    } else if (event instanceof LetterRejected e) {
      return letterRejected(e);
    } else if (event instanceof Replayed e) {
      return replayed(e);
    } else if (event instanceof ReplayEnded e) {
      return replayEnded(e);
    } else if (event instanceof ConfigurationChanged e) {
      return configurationChanged(e);
    } else if (event instanceof Operated e) {
      return operated(e);
    } else if (event instanceof WouldHave e) {
      return wouldHave(e);
    } else if (event instanceof Switched e) {
      return switched(e);
    }
    throw new IllegalArgumentException("no line for " + event.getClass().getName());
  }

  /** Composes the line as it is written. */
  String text() {
    return pairs.apply(new Line(kind.text)).toString();
  }

  private static EventLine attemptFailed(AttemptFailed e) {
    return new EventLine(
        EventKind.ATTEMPT_FAILED,
        e.policy(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("attempt", e.attempt() + "/" + e.maxAttempts())
                .add("type", e.type())
                .add("key", e.key())
                .cause(e.failure()));
  }

  private static EventLine retrying(Retrying e) {
    return new EventLine(
        EventKind.RETRYING,
        e.policy(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("attempt", e.attempt() + "/" + e.maxAttempts())
                .add("type", e.type())
                .add("delay", e.delay().toMillis() + "ms")
                .add("key", e.key()));
  }

  private static EventLine recovered(Recovered e) {
    return new EventLine(
        EventKind.RECOVERED,
        e.policy(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("attempts", e.attempts())
                .add("key", e.key()));
  }

  private static EventLine refused(Refused e) {
    return new EventLine(
        EventKind.REFUSED,
        e.policy(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("reason", e.reason())
                .add("key", e.key())
                .cause(e.refusal()));
  }

  private static EventLine exhausted(Exhausted e) {
    return new EventLine(
        EventKind.EXHAUSTED,
        e.policy(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("attempts", e.attempts())
                .add("type", e.type())
                .add("key", e.key())
                .cause(e.failure()));
  }

  private static EventLine fellBack(FellBack e) {
    return new EventLine(
        EventKind.FELL_BACK,
        e.policy(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("type", e.type())
                .add("key", e.key())
                .cause(e.failure()));
  }

  private static EventLine breakerMoved(BreakerMoved e) {
    EventKind kind =
        switch (e.to()) {
          case OPEN -> EventKind.BREAKER_OPENED;
          case HALF_OPEN -> EventKind.BREAKER_HALF_OPEN;
          case CLOSED -> EventKind.BREAKER_CLOSED;
          case DISABLED -> EventKind.BREAKER_DISABLED;
        };
    return new EventLine(
        kind,
        e.breaker(),
        line -> line.add("policy", e.breaker()).add("from", e.from()).add("key", e.key()));
  }

  private static EventLine letterWritten(LetterWritten e) {
    return new EventLine(
        EventKind.LETTER_WRITTEN,
        e.callId(),
        line ->
            line.add("call", e.callId())
                .add("letter", e.letterId())
                .add("type", e.type())
                .add("key", e.key()));
  }

  private static EventLine letterRejected(LetterRejected e) {
    return new EventLine(
        EventKind.LETTER_REJECTED,
        e.callId(),
        line -> line.add("call", e.callId()).cause(e.reason()));
  }

  private static EventLine replayed(Replayed e) {
    return new EventLine(
        EventKind.REPLAYED,
        e.callId(),
        line ->
            line.add("call", e.callId())
                .add("letter", e.letterId())
                .add("succeeded", e.succeeded()));
  }

  private static EventLine replayEnded(ReplayEnded e) {
    return new EventLine(
        EventKind.REPLAY_ENDED,
        "",
        line ->
            line.add("replayed", e.replayed())
                .add("failed", e.failed())
                .add("notReplayable", e.notReplayable())
                .add("taken", e.taken())
                .add("stopped", e.stopped().isEmpty() ? null : e.stopped()));
  }

  private static EventLine operated(Operated e) {
    return new EventLine(
        EventKind.OPERATED,
        e.command(),
        line ->
            line.add("command", e.command()).add("arguments", e.arguments()).add("user", e.user()));
  }

  private static EventLine wouldHave(WouldHave e) {
    return new EventLine(
        EventKind.WOULD_HAVE,
        e.method(),
        line ->
            line.add("policy", e.policy())
                .add("method", e.method())
                .add("what", e.what())
                .add("time", e.time().isZero() ? null : e.time().toMillis() + "ms")
                .add("key", e.key()));
  }

  private static EventLine switched(Switched e) {
    return new EventLine(
        e.off() ? EventKind.SWITCHED_OFF : EventKind.SWITCHED_ON,
        e.what(),
        line -> line.add("what", e.what()));
  }

  private static EventLine configurationChanged(ConfigurationChanged e) {
    return new EventLine(
        EventKind.CONFIGURATION_CHANGED,
        "",
        line -> line.add("key", e.key()).add("before", e.before()).add("after", e.after()));
  }
}
