package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.permit.Interrupted;
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
    if (!FailureClasses.prepared()) {
      throw passed(call, permit, failure, false);
    }
    if (plan.shadow() != null) {
      plan.shadow().failed(permit, failure, arguments);
      throw passed(call, permit, failure, true);
    }
    if (plan.off() || isBroken(call, permit, start)) {
      throw passed(call, permit, ownOr(failure, call, permit), true);
    }
    if (mustPass(plan, failure)) {
      throw passed(call, permit, failure, false);
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
      settle(current, permit, classified);
      settled = true;
      if (isNoAttempt(permit)) {
        goesOn =
            refused(current, permit, classified) && goesOn(plan, entrance, current, classified);
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

  /** Tells whether a policy kept an attempt from being made. */
  private static boolean isNoAttempt(@Nullable Permit permit) {
    return permit instanceof Refusal || permit instanceof Interrupted;
  }

  /** A call that was attempted ends with its own failure, not with what kept it from another. */
  private static Throwable ownOr(Throwable failure, @Nullable Call call, @Nullable Permit permit) {
    Failure own = call != null && isNoAttempt(permit) ? call.own() : null;
    return own == null ? failure : own.thrown();
  }

  /**
   * Tells the breaker, but for what poisonous arguments do: that says nothing of the other side.
   */
  void settle(Call call, @Nullable Permit permit, Failure failure) {
    if (!isNoAttempt(permit) && isPoison(call, failure)) {
      call.endsWith(LetterReason.POISON);
      if (permit != null) {
        permit.neutral();
      }
    } else {
      judgement.settle(permit, failure);
    }
  }

  private boolean isPoison(Call call, Failure failure) {
    try {
      return ending.isPoison(call, failure);
    } catch (Throwable broken) {
      complain(broken);
      return false;
    }
  }

  /** Tells whether Mulligan itself failed before the body began. */
  private static boolean isBroken(@Nullable Call call, @Nullable Permit permit, long start) {
    return permit instanceof Unguarded
        || start == Guard.NO_START
        || (call != null && call.isLetGo());
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
  private boolean mustPass(Plan plan, Throwable failure) {
    try {
      return judgement.mustPass(failure) || plan.isBelowWrapper();
    } catch (Throwable broken) {
      complain(broken);
      return true;
    }
  }

  /** Ends a call that is not Mulligan's to handle, or no more: its guard is off, or broke. */
  private RuntimeException passed(
      @Nullable Call call, @Nullable Permit permit, Throwable failure, boolean tellsEarlier) {
    giveBack(permit);
    if (call != null && tellsEarlier) {
      try {
        call.suppressEarlier(failure);
      } catch (Throwable broken) {
        complain(broken);
      }
    }
    end(call);
    throw Sneaky.rethrow(failure);
  }

  /** Lets the body run without policies, because they cannot be asked. Never throws. */
  Permit unguarded(@Nullable Permit held, Throwable broken) {
    complain(broken);
    return new Unguarded(held);
  }

  /** Never throws. What failed once may succeed on a shorter stack, so it is tried twice. */
  void giveBack(@Nullable Permit permit) {
    if (permit != null && !triedTo(permit::neutral)) {
      triedTo(permit::neutral);
    }
  }

  /** Forgets a call; as often as {@link #giveBack}. */
  void end(@Nullable Call call) {
    if (call != null && !triedTo(call::end)) {
      triedTo(call::end);
    }
  }

  private boolean triedTo(Runnable step) {
    try {
      step.run();
      return true;
    } catch (Throwable broken) {
      complain(broken);
      return false;
    }
  }

  /** Throws the failure, unless a fallback has an answer. */
  private Call ended(@Nullable Call call, Throwable failure) {
    if (call == null) {
      throw Sneaky.rethrow(failure);
    }
    end(call);
    if (!answers(call)) {
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

  private boolean answers(Call call) {
    try {
      return ending.answers(call);
    } catch (Throwable broken) {
      complain(broken);
      return false;
    }
  }

  /** Waits and gets the next permit; false if the call is over. */
  private boolean goesOn(Plan plan, Entrance entrance, Call call, Failure first) {
    Failure last = first;
    while (waits(plan, call, last)) {
      Permit next = entrance.enter(call.keyArgument(), Patience.of(call, this));
      if (!(next instanceof Skip skip)) {
        return begins(plan, call, next);
      }
      last = judgement.classify(skip.exception(), call);
      judgement.settle(skip, last);
      if (!isNoAttempt(skip)) {
        call.attempted(last);
      } else if (!refused(call, skip, last)) {
        return false;
      }
    }
    Failure own = call.own();
    ending.giveUp(call, own == null ? last : own, call.reason());
    call.waitsNoMore();
    return false;
  }

  private boolean begins(Plan plan, Call call, @Nullable Permit next) {
    try {
      if (!plan.admission().placeLater()) {
        call.waitsNoMore();
      }
      call.goOn(next);
      return true;
    } catch (Throwable broken) {
      giveBack(next);
      throw broken;
    }
  }

  /**
   * Ends a call that was refused, unless the policy names the refusal; then it goes on. A call that
   * was attempted ends with its own failure, and that is kept; not with a refusal.
   */
  private boolean refused(Call call, @Nullable Permit skip, Failure refusal) {
    Failure own = call.own();
    judgement.attemptRefused(call);
    if (waitWasCutShort(call, skip)) {
      ending.giveUp(call, own == null ? refusal : own, call.reason());
      return false;
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
    long delay = judgement.delay(plan, call, failure, call.reason() != LetterReason.POISON);
    if (delay == Retrier.STOP) {
      return false;
    }
    try {
      boolean slept = call.sleep(delay, power);
      if (!slept) {
        noteWhyOver(call);
      }
      return slept;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      noteInterrupt(call, failure, interrupt);
      return false;
    }
  }

  /** Tells whether an interrupt, or the end of the process, ended the wait for leave. */
  private boolean waitWasCutShort(Call call, @Nullable Permit skip) {
    if (skip instanceof Interrupted interrupted) {
      noteInterrupt(call, call.own(), interrupted.interrupt());
      return true;
    }
    boolean over = Patience.of(call, this).isOver();
    if (over) {
      noteWhyOver(call);
    }
    return over;
  }

  private static void noteInterrupt(
      Call call, @Nullable Failure own, InterruptedException interrupt) {
    call.endsWith(LetterReason.INTERRUPTED);
    if (own != null) {
      Suppressed.add(own.thrown(), interrupt);
    }
  }

  private void noteWhyOver(Call call) {
    if (power.isOff()) {
      call.letGo();
    } else {
      call.endsWith(LetterReason.SHUTDOWN);
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
    Call current = call;
    boolean settled = false;
    boolean goesOn = false;
    try {
      if (current == null) {
        current = new Call(plan, start, receiver, arguments, null);
      }
      current.stop();
      Failure failure = judgement.classify(new UnwantedResultException(method.location()), current);
      current.attempted(failure);
      judgement.settle(permit, failure);
      settled = true;
      goesOn =
          !plan.off()
              && !current.isLetGo()
              && !plan.isBelowWrapper()
              && goesOn(plan, entrance, current, failure);
    } catch (Throwable broken) {
      complain(broken);
    }
    if (!settled) {
      giveBack(permit);
    }
    if (!goesOn) {
      end(current);
    }
    return current == null ? new Call(ending) : current;
  }

  @Nullable Call snapshot(Plan plan, @Nullable Object receiver, Object[] arguments) {
    try {
      var copies = ending.snapshot(arguments);
      long start = plan.timed() ? Time.nanoTime() : 0;
      return copies == null ? null : new Call(plan, start, receiver, arguments, copies);
    } catch (Throwable broken) {
      method.log().warn("The arguments of " + method.location() + " cannot be copied", broken);
      Call alone = new Call(ending);
      alone.letGo();
      return alone;
    }
  }

  void complain(Throwable broken) {
    if (!FailureClasses.prepared()) {
      return;
    }
    try {
      method.log().warn("Mulligan failed around " + method.location(), broken);
    } catch (Throwable noLog) {
      // Such as a stack that is too deep for a log.
    }
  }
}
