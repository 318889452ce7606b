package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.permit.Skip;
import dev.mulligan.runtime.policy.TimeoutPolicy;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One call whose body is handed over, rather than written between the steps of the protocol: that
 * of a method with a timeout, or a block of code.
 */
final class BlockingCall {
  private final Guard guard;
  private final Body<?> body;
  private final @Nullable Object receiver;
  private final Object[] arguments;
  private @Nullable Skip refused;
  private @Nullable Object unwanted;

  /** Whether Mulligan broke before the body began; the body may run on another thread. */
  private volatile boolean unlimited;

  BlockingCall(Guard guard, Body<?> body, @Nullable Object receiver, Object[] arguments) {
    this.guard = guard;
    this.body = body;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  @Nullable Object make() {
    Plan plan = guard.plan();
    long start = guard.start();
    Permit permit = first(plan);
    Call call = plan.copies() ? plan.failures().snapshot(plan, receiver, arguments) : null;
    while (true) {
      Object result;
      try {
        guard.admit(permit);
        result = attempt(call, permit, start);
      } catch (Throwable failure) {
        plan = guard.plan();
        try {
          call = failed(plan, call, permit, start, failure);
        } catch (UnwantedResultException before) {
          // The attempt found no place, so the one before it was the last.
          return unwanted;
        }
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      plan = guard.plan();
      if (guard.accepts(result)) {
        plan.succeeded(call, permit);
        return result;
      }
      unwanted = result;
      call = plan.failures().unwanted(plan, this::enter, call, permit, start, receiver, arguments);
      if (!call.goesOn()) {
        return result;
      }
      permit = call.permit();
    }
  }

  private Call failed(
      Plan plan, @Nullable Call call, @Nullable Permit permit, long start, Throwable failure) {
    Permit ended = ended(plan, permit, failure);
    return plan.failures()
        .failed(plan, this::enter, call, ended, start, failure, receiver, arguments);
  }

  private @Nullable Permit first(Plan plan) {
    try {
      return enter(plan.keyArgument(arguments), Patience.OF_FIRST);
    } catch (Throwable broken) {
      return plan.failures().unguarded(null, broken);
    }
  }

  /** What an attempt held that found no place within its limit, or had no limit at all. */
  private @Nullable Permit ended(Plan plan, @Nullable Permit permit, Throwable failure) {
    if (unlimited) {
      return new Unguarded(permit);
    }
    Skip skip = refused;
    if (skip == null || failure != skip.exception()) {
      return permit;
    }
    plan.failures().giveBack(permit);
    return skip;
  }

  private @Nullable Permit enter(@Nullable Object keyArgument, Patience patience) {
    return guard.plan().enter(keyArgument, patience);
  }

  private @Nullable Object attempt(@Nullable Call call, @Nullable Permit permit, long start)
      throws Throwable {
    Plan plan = guard.plan();
    TimeoutPolicy timeout = plan.timeout();
    if (timeout == null) {
      waitsNoMore(call);
      return call(plan);
    }
    return timed(plan, timeout, prepared(plan, call, permit, start));
  }

  private static void waitsNoMore(@Nullable Call call) {
    if (call != null) {
      call.waitsNoMore();
    }
  }

  /** Leaves a mark on this thread, so that a woven method below a wrapper steps aside. */
  private @Nullable Object call(Plan plan) throws Throwable {
    return WrapperMark.around(plan, body, () -> unlimited = true);
  }

  private @Nullable Object timed(Plan plan, TimeoutPolicy timeout, @Nullable Prepared prepared)
      throws Throwable {
    if (prepared == null) {
      unlimited = true;
      return call(plan);
    }
    if (prepared.refusal() != null) {
      throw prepared.refusal().exception();
    }
    TimedBody attempt = prepared.attempt();
    TimedBody.Outcome outcome =
        attempt == null ? null : attempt.await(prepared.deadline(), timeout.interrupt());
    if (outcome == null) {
      throw new CallTimeoutException(plan.failures().name(), prepared.limit());
    }
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return outcome.value();
  }

  /** Gets all that an attempt needs; null if that is not to be had. */
  private @Nullable Prepared prepared(
      Plan plan, @Nullable Call call, @Nullable Permit permit, long start) {
    Patience patience = Patience.of(call, plan.failures());
    Bulkhead left = null;
    try {
      Duration limit = plan.limit(start);
      long deadline = Time.nanoTime() + limit.toNanos();
      Elsewhere elsewhere = plan.elsewhere();
      Carried context = elsewhere.capture();
      Places places = elsewhere.places();
      Bulkhead bulkhead = places == null ? null : places.bulkhead();
      Skip noPlace =
          bulkhead == null ? null : Admission.takePlace(bulkhead, limit.toNanos(), patience);
      if (noPlace != null) {
        boolean late = noPlace instanceof Refusal && Time.nanoTime() - deadline >= 0;
        refused = late ? null : noPlace;
        return new Prepared(limit, deadline, null, refused);
      }
      left = bulkhead;
      waitsNoMore(call);
      Breaker.started(permit);
      TimedBody attempt = new TimedBody(() -> call(plan), context, bulkhead, elsewhere.counters());
      return new Prepared(limit, deadline, attempt, null);
    } catch (Throwable broken) {
      plan.failures().complain(broken);
      waitsNoMore(call);
      if (left != null) {
        left.leave();
      }
      return null;
    }
  }

  /**
   * What an attempt under a timeout needs.
   *
   * @param attempt the attempt; null if there was no place for it in time
   * @param refusal why there is none, unless the time is over
   */
  private record Prepared(
      Duration limit, long deadline, @Nullable TimedBody attempt, @Nullable Skip refusal) {}
}
