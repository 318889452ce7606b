package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.policy.TimeoutPolicy;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.RejectedCallException;
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
  private @Nullable RejectedCallException refused;

  BlockingCall(Guard guard, Body<?> body, @Nullable Object receiver, Object[] arguments) {
    this.guard = guard;
    this.body = body;
    this.receiver = receiver;
    this.arguments = arguments;
  }

  @Nullable Object make() {
    Plan plan = guard.plan();
    long start = guard.start();
    Permit permit = enter(plan.keyArgument(arguments));
    Call call = plan.copies() ? plan.failures().snapshot(plan, receiver, arguments) : null;
    while (true) {
      Object result;
      try {
        guard.admit(permit);
        result = attempt(start);
      } catch (Throwable failure) {
        plan = guard.plan();
        Permit ended =
            refused != null && failure == refused
                ? Admission.refuse(permit, new Refusal(refused))
                : permit;
        call =
            plan.failures()
                .failed(plan, this::enter, call, ended, start, failure, receiver, arguments);
        if (call.isAnswered()) {
          return call.answer();
        }
        permit = call.permit();
        continue;
      }
      plan = guard.plan();
      if (plan.accepts(result)) {
        plan.succeeded(call, permit);
        return result;
      }
      call = plan.failures().unwanted(plan, this::enter, call, permit, start, receiver, arguments);
      if (!call.goesOn()) {
        return result;
      }
      permit = call.permit();
    }
  }

  private @Nullable Permit enter(@Nullable Object keyArgument) {
    return guard.plan().enter(keyArgument);
  }

  private @Nullable Object attempt(long start) throws Throwable {
    Plan plan = guard.plan();
    TimeoutPolicy timeout = plan.timeout();
    return timeout == null ? call(plan) : timed(plan, timeout, start);
  }

  /** Leaves a mark on this thread, so that a woven method below a wrapper steps aside. */
  private @Nullable Object call(Plan plan) throws Throwable {
    if (!plan.marks()) {
      return body.call();
    }
    WrapperMark mark = WrapperMark.push(plan.method(), null);
    try {
      return body.call();
    } finally {
      mark.pop();
    }
  }

  private @Nullable Object timed(Plan plan, TimeoutPolicy timeout, long start) throws Throwable {
    Duration limit = plan.limit(start);
    long deadline = Time.nanoTime() + limit.toNanos();
    Elsewhere elsewhere = plan.elsewhere();
    Carried context = elsewhere.capture();
    Places places = elsewhere.places();
    Bulkhead bulkhead = places == null ? null : places.bulkhead();
    if (bulkhead != null && !Admission.hasPlace(bulkhead, limit.toNanos())) {
      if (Time.nanoTime() - deadline >= 0) {
        throw new CallTimeoutException(plan.failures().name(), limit);
      }
      refused = bulkhead.refusal();
      throw refused;
    }
    TimedBody attempt = new TimedBody(() -> call(plan), context, bulkhead, elsewhere.counters());
    TimedBody.Outcome outcome = attempt.await(deadline, timeout.interrupt());
    if (outcome == null) {
      throw new CallTimeoutException(plan.failures().name(), limit);
    }
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return outcome.value();
  }
}
