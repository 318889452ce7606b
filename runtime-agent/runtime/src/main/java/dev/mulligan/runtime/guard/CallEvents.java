package dev.mulligan.runtime.guard;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.Consequence;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.RefusalReason;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.event.WouldHave;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.log.Confidential;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners and counters what happens to the calls of one method. Thread-safe.
 *
 * @param policy the name of the policy
 * @param method the class and method
 * @param counters what is counted
 * @param log where lines go
 * @param discretion what must not be in them
 */
record CallEvents(
    String policy, String method, PolicyCounters counters, AppLog log, Discretion discretion) {

  static CallEvents of(String policy, GuardedMethod method, PolicyCounters counters) {
    return new CallEvents(
        policy, method.location(), counters, method.log(), new Discretion(method));
  }

  private void publish(Call call, MulliganEvent event) {
    Confidential.during(discretion.texts(call.arguments()), () -> Events.publish(event, log));
  }

  void attemptFailed(Call call, int most, Failure failure) {
    counters.failed(failure.type());
    if (failure.peeled() instanceof CallTimeoutException) {
      counters.timedOut();
    }
    if (Events.watchAttempts(log)) {
      publish(
          call,
          new AttemptFailed(
              policy, method, call.key(), call.failed(), most, failure.type(), failure.thrown()));
    }
  }

  void retrying(Call call, int most, FailureType type, long delay) {
    counters.retried();
    if (Events.watchAttempts(log)) {
      Events.publish(
          new Retrying(
              policy, method, call.key(), call.failed() + 1, most, type, Duration.ofNanos(delay)),
          log);
    }
  }

  void wouldHave(@Nullable String key, Consequence what, Duration time) {
    counters.observed(what);
    Events.publish(new WouldHave(policy, method, key, what, time), log);
  }

  void overBudget() {
    counters.refused(RefusalReason.BUDGET);
  }

  void refused(Call call, Throwable refusal) {
    RefusalReason reason = reason(refusal);
    counters.refused(reason);
    publish(call, new Refused(policy, method, call.key(), reason, refusal));
  }

  /** Counts a refusal that nobody else hears of. */
  void countRefused(Throwable refusal) {
    counters.refused(reason(refusal));
  }

  private static RefusalReason reason(Throwable refusal) {
    if (refusal instanceof BulkheadFullException) {
      return RefusalReason.BULKHEAD_FULL;
    }
    return refusal instanceof RateLimitExceededException
        ? RefusalReason.RATE_LIMIT
        : RefusalReason.CIRCUIT_OPEN;
  }

  void exhausted(Call call, Failure failure) {
    counters.exhausted();
    publish(
        call,
        new Exhausted(policy, method, call.key(), call.failed(), failure.type(), failure.thrown()));
  }

  void recovered(Call call) {
    counters.recovered();
    if (Events.watchAttempts(log)) {
      Events.publish(new Recovered(policy, method, call.key(), call.failed() + 1), log);
    }
  }

  void fellBack(Call call, Failure failure) {
    counters.fellBack();
    publish(call, new FellBack(policy, method, call.key(), failure.type(), failure.thrown()));
  }

  void letter(boolean written) {
    if (written) {
      counters.letterWritten();
    } else {
      counters.letterRejected();
    }
  }
}
