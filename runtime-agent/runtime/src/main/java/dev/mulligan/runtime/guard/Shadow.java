package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.breaker.BreakerGroup;
import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.event.Consequence;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.TimeoutPolicy;
import dev.mulligan.runtime.ratelimit.RateLimiterGroup;
import dev.mulligan.runtime.retry.Retrier;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a method that only observe: a breaker, limiter and bulkhead of their own are fed
 * with real outcomes, and nobody is refused. Whatever breaks in here is logged and changes no call.
 * Thread-safe.
 *
 * @param events counts and tells
 * @param judgement what a failure means
 * @param ending what would have become of a call that failed for good
 * @param breakers the breakers, or null
 * @param limiters the rate limiters, or null
 * @param bulkhead the bulkhead, or null
 * @param timeout the limit of an attempt, or null
 * @param retrier how often it would have been attempted, or null
 * @param key how the key is read, or null
 */
record Shadow(
    CallEvents events,
    Judgement judgement,
    Ending ending,
    @Nullable BreakerGroup breakers,
    @Nullable RateLimiterGroup limiters,
    @Nullable Bulkhead bulkhead,
    @Nullable TimeoutPolicy timeout,
    @Nullable Retrier retrier,
    @Nullable KeyReader key) {

  /** Breakers that only observe go by a name of their own, and are not among the others. */
  static @Nullable BreakerGroup breakers(String name, MethodPolicies policies, CallEvents events) {
    return policies.breaker() == null
        ? null
        : new BreakerGroup(name + " (observed)", policies.breaker(), events.log());
  }

  /** Notes that a call begins; null if that cannot be done. */
  @Nullable Observation begin(@Nullable Object keyArgument) {
    try {
      Object value = key == null ? null : key.read(keyArgument);
      Observation observation = new Observation(this, key == null ? null : key.text(value));
      admit(observation, value);
      return observation;
    } catch (Throwable broken) {
      complain(broken);
      return null;
    }
  }

  private void admit(Observation observation, @Nullable Object value) {
    Permit permit = breakers == null ? null : breakerOf(breakers, value);
    if (permit instanceof Refusal) {
      observation.refused(Consequence.CIRCUIT_OPEN, null);
    } else if (limiters != null && !mayPass(limiters, value)) {
      observation.refused(Consequence.RATE_LIMIT, permit);
    } else if (bulkhead != null && !bulkhead.tryEnter()) {
      observation.refused(Consequence.BULKHEAD_FULL, permit);
    } else {
      observation.admitted(permit);
    }
  }

  private Permit breakerOf(BreakerGroup group, @Nullable Object value) {
    return (key == null ? group.single() : group.of(value, key::text)).acquire();
  }

  private boolean mayPass(RateLimiterGroup group, @Nullable Object value) {
    return (key == null ? group.single() : group.of(value, key::text)).tryAcquire();
  }

  @Nullable Object keyArgument(Object[] arguments) {
    return key == null ? null : arguments[key.index()];
  }

  /** Calls a body that is handed over: on this thread, once. */
  @Nullable Object around(Plan plan, Body<?> body, Object[] arguments) throws Throwable {
    Observation observation = begin(keyArgument(arguments));
    Object result;
    try {
      result = WrapperMark.around(plan, body, () -> {});
    } catch (Throwable own) {
      failed(observation, own, arguments);
      throw own;
    }
    if (observation == null) {
      return result;
    }
    if (plan.async() == null) {
      observation.succeeded();
    } else {
      follow(observation, result, arguments);
    }
    return result;
  }

  /** What only begins when somebody asks for it is left alone: nobody would know how it ends. */
  void follow(Observation observation, @Nullable Object result, Object[] arguments) {
    if (!(result instanceof CompletionStage<?> stage)) {
      observation.neutral();
      return;
    }
    try {
      stage.whenComplete(
          (value, failure) -> {
            if (failure == null) {
              observation.succeeded();
            } else {
              failed(observation, failure, arguments);
            }
          });
    } catch (Throwable broken) {
      complain(broken);
      observation.neutral();
    }
  }

  /** Notes what a call failed with. Never throws. */
  void failed(@Nullable Permit permit, Throwable failure, Object[] arguments) {
    Observation observation = Observation.in(permit);
    if (observation != null) {
      observation.ended(failure, arguments);
    }
  }

  void seen(@Nullable String shownKey, Consequence what, Duration time) {
    events.wouldHave(shownKey, what, time);
  }

  void complain(Throwable broken) {
    try {
      events.log().warn("Mulligan failed to observe " + events.method(), broken);
    } catch (Throwable noLog) {
      // Such as a stack that is too deep for a log.
    }
  }
}
