package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.permit.Skip;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.time.Time;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One call whose attempts end later: the same order of policies as {@link FailurePath}, without a
 * thread that waits. The first attempt begins on the caller's thread, further ones on others, each
 * with the caller's context. Thread-safe: one attempt ends before the next begins.
 */
final class AsyncCall {
  private final Guard guard;
  private final Attempts attempts;
  private final Call call;
  private final Carried context;
  private @Nullable Failure own;
  private @Nullable Failure last;
  private volatile boolean cancelled;
  private volatile Runnable pending = () -> {};

  AsyncCall(Guard guard, Attempts attempts, @Nullable Object receiver, Object[] arguments) {
    Plan plan = guard.plan();
    this.guard = guard;
    this.attempts = attempts;
    Call copied = plan.copies() ? plan.failures().snapshot(plan, receiver, arguments) : null;
    boolean isBroken = copied != null && copied.isLetGo();
    this.call =
        copied != null && !isBroken
            ? copied
            : new Call(plan, Time.nanoTime(), receiver, arguments, null);
    call.endsLater();
    if (isBroken) {
      call.letGo();
    }
    this.context = plan.elsewhere().capture();
  }

  Call call() {
    return call;
  }

  void begin() {
    CompletableFuture<@Nullable Permit> admitted = admitted();
    if (admitted.isDone()) {
      enter(admitted.join());
      return;
    }
    pending = () -> admitted.cancel(false);
    admitted.whenComplete(
        (permit, never) -> {
          if (never == null) {
            // Whoever made room goes on with its own work.
            elsewhere(() -> enter(permit));
          }
        });
    checkCancelled();
  }

  CompletableFuture<@Nullable Permit> admitted() {
    Plan plan = guard.plan();
    try {
      return plan.enterLater(call.keyArgument(), Patience.of(call, plan.failures()));
    } catch (Throwable broken) {
      return CompletableFuture.completedFuture(plan.failures().unguarded(null, broken));
    }
  }

  private @Nullable Permit disturbed(@Nullable Permit admitted) {
    Plan plan = guard.plan();
    try {
      return plan.disturbed(admitted);
    } catch (Throwable broken) {
      return plan.failures().unguarded(admitted, broken);
    }
  }

  void enter(@Nullable Permit admitted) {
    if (cancelled) {
      giveBack(admitted);
      return;
    }
    Permit permit = disturbed(admitted);
    if (permit instanceof Skip skip) {
      failed(skip, skip.exception(), true);
    } else if (call.failed() == 0) {
      attempts.make(permit);
    } else {
      makeAgain(permit);
    }
  }

  /** What the attempt begins on this thread knows that it is repeated from around it. */
  private void makeAgain(@Nullable Permit permit) {
    try {
      Nesting.enter(call);
    } catch (Throwable broken) {
      complain(broken);
    }
    try {
      attempts.make(permit);
    } finally {
      guard.plan().failures().end(call);
    }
  }

  void giveBack(@Nullable Permit permit) {
    guard.plan().failures().giveBack(permit);
  }

  void complain(Throwable broken) {
    guard.plan().failures().complain(broken);
  }

  /** Ends an attempt that went well. */
  void succeeded(@Nullable Permit permit) {
    try {
      guard.plan().succeeded(call, permit);
    } catch (Throwable broken) {
      complain(broken);
    }
  }

  /**
   * Ends an attempt that failed, on any thread.
   *
   * @param repeatable whether there can be another attempt at all
   */
  void failed(@Nullable Permit permit, Throwable thrown, boolean repeatable) {
    Plan plan = guard.plan();
    Runnable judged = () -> judgeSafely(plan, permit, thrown, repeatable);
    if (plan.failures().ending().writesLetters()) {
      // A letter takes its time, and this thread may be one that moves bytes for everybody.
      elsewhere(judged);
    } else {
      inContext(judged);
    }
  }

  /** Takes a step on another thread, or on this one if there is no other. */
  void elsewhere(Runnable step) {
    try {
      Workers.runAsync(() -> inContext(step));
    } catch (Throwable noThread) {
      complain(noThread);
      inContext(step);
    }
  }

  /** Whatever breaks: whoever waits for the result is not to wait for ever. */
  private void judgeSafely(
      Plan plan, @Nullable Permit permit, Throwable thrown, boolean repeatable) {
    AtomicBoolean settled = new AtomicBoolean();
    try {
      judge(plan, permit, thrown, repeatable, settled);
    } catch (Throwable broken) {
      complain(broken);
      if (settled.compareAndSet(false, true)) {
        giveBack(permit);
      }
      attempts.over(own == null ? thrown : own.thrown());
    }
  }

  private void judge(
      Plan plan,
      @Nullable Permit permit,
      Throwable thrown,
      boolean repeatable,
      AtomicBoolean settled) {
    FailurePath failures = plan.failures();
    Judgement judgement = failures.judgement();
    long delay = Retrier.STOP;
    boolean isOver = plan.off() || permit instanceof Unguarded || call.isLetGo();
    if (isOver || !FailureClasses.prepared()) {
      settled.set(true);
      giveBack(permit);
      letGo(failures.ending(), permit instanceof Skip && own != null ? own.thrown() : thrown);
      return;
    }
    try {
      if (!judgement.mustPass(thrown)) {
        Failure failure = judgement.classify(thrown, call);
        failures.settle(call, permit, failure);
        settled.set(true);
        delay = delay(plan, permit, failure, repeatable);
      }
    } catch (Throwable broken) {
      failures.complain(broken);
    }
    if (settled.compareAndSet(false, true)) {
      giveBack(permit);
    }
    if (delay == Retrier.STOP) {
      end(failures.ending(), thrown);
    } else {
      pause(delay);
    }
  }

  private long delay(Plan plan, @Nullable Permit permit, Failure failure, boolean repeatable) {
    Ending ending = plan.failures().ending();
    if (permit instanceof Refusal) {
      plan.failures().judgement().attemptRefused(call);
      if (!plan.failures().judgement().isNamed(failure.thrown())) {
        if (own == null) {
          ending.giveUp(call, failure, LetterReason.REFUSED);
        } else {
          // The call was attempted, so its own failure is what the caller sees.
          Suppressed.add(call.seen(own.thrown()), failure.thrown());
          ending.giveUp(call, own, LetterReason.FAILED);
        }
        return Retrier.STOP;
      }
    } else {
      own = failure;
    }
    last = failure;
    boolean mayRepeat = repeatable && call.reason() != LetterReason.POISON;
    long delay = plan.failures().judgement().delay(plan, call, failure, mayRepeat);
    if (delay == Retrier.STOP || Shutdown.hasBegun()) {
      boolean wanted = delay != Retrier.STOP;
      giveUp(ending, wanted ? LetterReason.SHUTDOWN : call.reason());
      return Retrier.STOP;
    }
    return delay;
  }

  private void end(Ending ending, Throwable thrown) {
    guard.plan().failures().end(call);
    if (!answers(ending)) {
      Failure last = call.lastFailure();
      attempts.over(last == null ? thrown : last.thrown());
      return;
    }
    try {
      attempts.answered(ending.answer(call));
    } catch (Throwable own) {
      attempts.over(own);
    }
  }

  private boolean answers(Ending ending) {
    try {
      return ending.answers(call);
    } catch (Throwable broken) {
      complain(broken);
      return false;
    }
  }

  private void giveUp(Ending ending, LetterReason reason) {
    Failure failure = own == null ? last : own;
    if (failure != null) {
      ending.giveUp(call, failure, reason);
    }
  }

  private void pause(long delay) {
    Pause pause = new Pause(this);
    pending = pause::cancel;
    try {
      call.waited(delay);
      pause.begin(delay);
    } catch (Throwable noAlarm) {
      complain(noAlarm);
      pause.end(LetterReason.FAILED);
    }
    checkCancelled();
    pause.wake();
  }

  /** Tells whether the guard was switched off, so that there is no reason to wait any more. */
  boolean isOff() {
    return guard.plan().off();
  }

  /** Ends the call as it is, because its guard was switched off. */
  private void letGo(Ending ending, Throwable thrown) {
    call.letGo();
    call.suppressEarlier(thrown);
    end(ending, thrown);
  }

  void stop(LetterReason reason) {
    Ending ending = guard.plan().failures().ending();
    try {
      giveUp(ending, reason);
    } catch (Throwable broken) {
      complain(broken);
    }
    Failure failure = last;
    end(ending, failure == null ? new CancellationException("no attempt") : failure.thrown());
  }

  /** Makes no further attempt. */
  void cancel() {
    cancelled = true;
    pending.run();
  }

  private void checkCancelled() {
    if (cancelled) {
      pending.run();
    }
  }

  void inContext(Runnable step) {
    context.around(step);
  }

  /** Makes the attempts that an {@link AsyncCall} decides on. */
  interface Attempts {
    /** Makes one attempt, and reports its end to the call. */
    void make(@Nullable Permit permit);

    /** Is told that a fallback has answered. */
    void answered(@Nullable Object result);

    /** Is told what the caller gets. */
    void over(Throwable failure);
  }
}
