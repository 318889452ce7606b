package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.permit.Skip;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * What happens after a failure on a thread that waits for the outcome, in the one order of all
 * policies: {@code Fallback( DeadLetter( Retry( CircuitBreaker( … ))))}, seen from the inside out.
 *
 * <p>First the breaker hears of the attempt, then the retry policy decides, and only what it gives
 * up becomes a letter and is answered by the fallback. Whatever goes wrong in here ends the call
 * with the method's own exception.
 *
 * @param name the name of the policy
 * @param method the guarded method
 * @param power whether the guard is on
 * @param judgement what a failed attempt means
 * @param ending how a call ends
 */
record FailurePath(
    String name, GuardedMethod method, Power power, Judgement judgement, Ending ending) {

  Call failed(
      Plan plan,
      Entrance entrance,
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Throwable thrown,
      @Nullable Object receiver,
      Object[] arguments) {
    Throwable failure = permit instanceof Skip skip ? skip.exception() : thrown;
    if (failure == null) {
      throw new IllegalArgumentException("neither a failure nor a refusal");
    }
    if (plan.off()) {
      throw passed(call, permit, failure);
    }
    if (mustPassUntouched(plan, permit, failure)) {
      if (call != null) {
        call.end();
      }
      throw Sneaky.rethrow(failure);
    }
    if (call == null && permit instanceof Refusal refusal && endsAtOnce(refusal)) {
      throw Sneaky.rethrow(failure);
    }
    Call current = call;
    boolean settled = false;
    boolean goesOn = false;
    try {
      if (current == null) {
        current = new Call(plan, start, receiver, arguments, null);
      }
      Failure classified = judgement.classify(failure, current);
      settled = true;
      judgement.settle(permit, classified);
      if (permit instanceof Refusal) {
        goesOn = refused(current, classified) && goesOn(plan, entrance, current, classified);
      } else {
        current.attempted(classified);
        goesOn = goesOn(plan, entrance, current, classified);
      }
    } catch (Throwable broken) {
      complain(broken);
    }
    if (!settled) {
      giveBack(permit);
    }
    return goesOn && current != null ? current : ended(current, failure);
  }

  /** Most refusals: they are many where a breaker is open, and must be cheap. */
  boolean endsAtOnce(Refusal refusal) {
    Throwable exception = refusal.exception();
    try {
      return !judgement.isNamed(exception) && ending.justCounts(exception);
    } catch (Throwable broken) {
      complain(broken);
      return false;
    }
  }

  /** A failure that is another guard's to handle, or that leaves no room to handle anything. */
  private boolean mustPassUntouched(Plan plan, @Nullable Permit permit, Throwable failure) {
    if (judgement.mustPass(failure)) {
      giveBack(permit);
      return true;
    }
    return plan.isBelowWrapper();
  }

  /** Ends a call that began before its guard was switched off. */
  private RuntimeException passed(@Nullable Call call, @Nullable Permit permit, Throwable failure) {
    giveBack(permit);
    if (call != null) {
      call.suppressEarlier(failure);
      call.end();
    }
    throw Sneaky.rethrow(failure);
  }

  private void giveBack(@Nullable Permit permit) {
    if (permit != null) {
      try {
        permit.neutral();
      } catch (Throwable broken) {
        complain(broken);
      }
    }
  }

  /** Throws the failure, unless a fallback has an answer. */
  private Call ended(@Nullable Call call, Throwable failure) {
    if (call == null) {
      throw Sneaky.rethrow(failure);
    }
    call.end();
    if (!ending.answers(call)) {
      Failure last = call.lastFailure();
      throw Sneaky.rethrow(last == null ? failure : last.thrown());
    }
    try {
      call.answer(ending.answer(call));
    } catch (Throwable own) {
      throw Sneaky.rethrow(own);
    }
    return call;
  }

  /** Waits and gets the next permit; false if the call is over. */
  private boolean goesOn(Plan plan, Entrance entrance, Call call, Failure first) {
    Failure last = first;
    while (waits(plan, call, last)) {
      Permit next = entrance.enter(call.keyArgument());
      if (!(next instanceof Skip skip)) {
        call.goOn(next);
        return true;
      }
      last = judgement.classify(skip.exception(), call);
      judgement.settle(skip, last);
      if (!(skip instanceof Refusal)) {
        call.attempted(last);
      } else if (!refused(call, last)) {
        return false;
      }
    }
    Failure own = call.own();
    ending.giveUp(call, own == null ? last : own, call.reason());
    call.waitsNoMore();
    return false;
  }

  /**
   * Ends a call that was refused, unless the policy names the refusal; then it goes on. A call that
   * was attempted ends with its own failure, and that is kept; not with a refusal.
   */
  private boolean refused(Call call, Failure refusal) {
    Failure own = call.own();
    if (call.failed() > 0) {
      judgement.attemptRefused();
    }
    if (judgement.isNamed(refusal.thrown())) {
      return true;
    }
    if (own == null) {
      ending.giveUp(call, refusal, LetterReason.REFUSED);
    } else {
      Suppressed.add(own.thrown(), refusal.thrown());
      ending.giveUp(call, own, LetterReason.FAILED);
    }
    return false;
  }

  /** Notes the failure and sleeps; false if no further attempt is to be made. */
  private boolean waits(Plan plan, Call call, Failure failure) {
    long delay = judgement.delay(plan, call, failure, true);
    if (delay == Retrier.STOP) {
      return false;
    }
    try {
      boolean slept = call.sleep(delay, power);
      if (!slept && power.isOff()) {
        call.letGo();
      } else if (!slept) {
        call.endsWith(LetterReason.SHUTDOWN);
      }
      return slept;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      call.endsWith(LetterReason.INTERRUPTED);
      Suppressed.add(failure.thrown(), interrupt);
      return false;
    }
  }

  Call unwanted(
      Plan plan,
      Entrance entrance,
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Object receiver,
      Object[] arguments) {
    Call current = call != null ? call : new Call(plan, start, receiver, arguments, null);
    current.stop();
    boolean goesOn = false;
    try {
      Failure failure = UnwantedResultException.asFailure(method.location());
      current.attempted(failure);
      judgement.settle(permit, failure);
      goesOn = !plan.off() && !plan.isBelowWrapper() && goesOn(plan, entrance, current, failure);
    } catch (Throwable broken) {
      complain(broken);
    }
    if (!goesOn) {
      current.end();
    }
    return current;
  }

  @Nullable Call snapshot(Plan plan, @Nullable Object receiver, Object[] arguments) {
    try {
      var copies = ending.snapshot(arguments);
      long start = plan.timed() ? Time.nanoTime() : 0;
      return copies == null ? null : new Call(plan, start, receiver, arguments, copies);
    } catch (Throwable broken) {
      method.log().warn("The arguments of " + method.location() + " cannot be copied", broken);
      return null;
    }
  }

  void complain(Throwable broken) {
    try {
      method.log().warn("Mulligan failed around " + method.location(), broken);
    } catch (Throwable noLog) {
      // Such as a stack that is too deep for a log.
    }
  }
}
