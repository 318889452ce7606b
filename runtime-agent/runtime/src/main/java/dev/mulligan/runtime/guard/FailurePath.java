package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Classifier;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.deadletter.LetterBox;
import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.RefusalReason;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.policy.FailureRules.Verdict;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What happens after a failure, in the one order of all policies: {@code DeadLetter( Retry(
 * CircuitBreaker( body )))}, seen from the inside out.
 *
 * <p>First the breaker hears of the attempt, then the retry policy decides, and only what it gives
 * up becomes a letter. Whatever goes wrong in here ends the call with the method's own exception.
 */
final class FailurePath {
  private final String name;
  private final GuardedMethod method;
  private final Classifier classifier;
  private final @Nullable CircuitBreakerPolicy breaker;
  private final @Nullable Retrier retrier;
  private final boolean waitsForBreaker;
  private final @Nullable LetterBox letters;
  private final DeadLetterOffice office;

  FailurePath(
      String name,
      GuardedMethod method,
      @Nullable CircuitBreakerPolicy breaker,
      @Nullable Retrier retrier,
      @Nullable LetterBox letters,
      DeadLetterOffice office) {
    this.name = name;
    this.method = method;
    this.classifier = new Classifier(method.declaring().getClassLoader());
    this.breaker = breaker;
    this.retrier = retrier;
    this.waitsForBreaker = isNamed(new CircuitOpenException(name, null, Duration.ZERO));
    this.letters = letters;
    this.office = office;
  }

  GuardedMethod method() {
    return method;
  }

  Call failed(
      Guard guard,
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Throwable thrown,
      @Nullable Object receiver,
      Object[] arguments) {
    boolean refused = permit instanceof Refusal;
    Throwable failure = permit instanceof Refusal refusal ? refusal.exception() : thrown;
    if (failure == null) {
      throw new IllegalArgumentException("neither a failure nor a refusal");
    }
    if (mustPassUntouched(guard, permit, failure)) {
      if (call != null) {
        call.end();
      }
      throw Sneaky.rethrow(failure);
    }
    Call current = call;
    boolean settled = false;
    boolean goesOn = false;
    try {
      Failure classified = classifier.classify(failure);
      settled = true;
      settle(permit, classified);
      if (current == null) {
        current = new Call(this, start, receiver, arguments, guard.key(), null);
      }
      if (refused && !isNamed(failure)) {
        giveUp(current, classified, LetterReason.REFUSED);
      } else {
        goesOn = goesOn(guard, current, classified);
      }
    } catch (Throwable broken) {
      complain(broken);
    }
    if (!settled && permit != null) {
      permit.neutral();
    }
    if (current != null) {
      if (goesOn) {
        return current;
      }
      current.end();
    }
    throw Sneaky.rethrow(failure);
  }

  /** Errors and refusals are only worth another attempt where the policy names them. */
  private boolean isNamed(Throwable failure) {
    return retrier != null && retrier.names(failure);
  }

  /** A failure that is another guard's to handle, or that leaves no room to handle anything. */
  private boolean mustPassUntouched(Guard guard, @Nullable Permit permit, Throwable failure) {
    if (failure instanceof VirtualMachineError && !isNamed(failure)) {
      if (permit != null) {
        permit.neutral();
      }
      return true;
    }
    return !guard.marks() && WrapperMark.anyWrapper() && WrapperMark.covers(method);
  }

  private void settle(@Nullable Permit permit, Failure failure) {
    if (permit == null) {
      return;
    }
    if (counts(failure)) {
      permit.failed();
    } else {
      permit.neutral();
    }
  }

  private boolean counts(Failure failure) {
    if (breaker == null) {
      return false;
    }
    Verdict verdict = breaker.failures().decide(failure.thrown(), failure.peeled(), failure.type());
    return switch (verdict) {
      case YES -> true;
      case NO -> false;
      case UNDECIDED ->
          failure.type().isRetriable()
              && !(failure.peeled() instanceof Error)
              && !(failure.peeled() instanceof RejectedCallException);
    };
  }

  /** Waits and gets the next permit; false if the call is over. */
  private boolean goesOn(Guard guard, Call call, Failure first) {
    Failure failure = first;
    while (waits(guard, call, failure)) {
      Permit next = guard.enter(call.keyArgument());
      if (!(next instanceof Refusal refusal)) {
        call.goOn(next);
        return true;
      }
      if (!isNamed(refusal.exception())) {
        // The call was attempted, so its own failure is what the caller sees, and what is kept.
        Suppressed.add(first.thrown(), refusal.exception());
        giveUp(call, first, LetterReason.FAILED);
        return false;
      }
      failure = classifier.classify(refusal.exception());
    }
    giveUp(call, first, call.isInterrupted() ? LetterReason.INTERRUPTED : LetterReason.FAILED);
    return false;
  }

  /** Notes the failure and sleeps; false if no further attempt is to be made. */
  private boolean waits(Guard guard, Call call, Failure failure) {
    call.add(failure);
    int most = retrier == null ? 1 : retrier.policy().maxAttempts();
    Events.publish(
        new AttemptFailed(
            name,
            method.location(),
            call.key(),
            call.failed(),
            most,
            failure.type(),
            failure.thrown()));
    long delay = delay(call, failure);
    boolean surelyRefused =
        guard.breakers() != null
            && !waitsForBreaker
            && guard.breakerOf(call.keyArgument()).refusesAfter(delay);
    if (delay == Retrier.STOP || surelyRefused) {
      return false;
    }
    Events.publish(
        new Retrying(
            name,
            method.location(),
            call.key(),
            call.failed() + 1,
            most,
            failure.type(),
            Duration.ofNanos(delay)));
    return sleeps(call, failure, delay);
  }

  private static boolean sleeps(Call call, Failure failure, long delay) {
    try {
      Time.sleep(delay);
      call.waited(delay);
      return true;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      call.interrupted();
      Suppressed.add(failure.thrown(), interrupt);
      return false;
    }
  }

  private long delay(Call call, Failure failure) {
    if (retrier == null || Nesting.isInside(call)) {
      return Retrier.STOP;
    }
    long limit = retrier.policy().maxDuration().toNanos();
    long elapsed = Math.max(0, Time.nanoTime() - call.start());
    return retrier.delay(failure, call.failed(), elapsed, limit, call.waited());
  }

  /** Ends the call: earlier failures, the event, the letter. */
  private void giveUp(Call call, Failure failure, LetterReason reason) {
    call.suppressEarlier(failure.thrown());
    publishEnd(call, failure, reason);
    if (letters != null && letters.keeps(reason, failure)) {
      Throwable trouble = office.keep(letters, call.lost(reason, failure));
      if (trouble != null) {
        Suppressed.add(failure.thrown(), trouble);
      }
    }
  }

  private void publishEnd(Call call, Failure failure, LetterReason reason) {
    if (reason == LetterReason.REFUSED) {
      Events.publish(
          new Refused(
              name, method.location(), call.key(), RefusalReason.CIRCUIT_OPEN, failure.thrown()));
    } else if (reason == LetterReason.FAILED) {
      Events.publish(
          new Exhausted(
              name,
              method.location(),
              call.key(),
              call.failed(),
              failure.type(),
              failure.thrown()));
    }
  }

  Call unwanted(
      Guard guard,
      @Nullable Call call,
      @Nullable Permit permit,
      long start,
      @Nullable Object receiver,
      Object[] arguments) {
    Call current =
        call != null ? call : new Call(this, start, receiver, arguments, guard.key(), null);
    current.stop();
    boolean goesOn = false;
    try {
      Failure failure = UnwantedResultException.asFailure(method.location());
      settle(permit, failure);
      goesOn =
          !(WrapperMark.anyWrapper() && WrapperMark.covers(method))
              && goesOn(guard, current, failure);
    } catch (Throwable broken) {
      complain(broken);
    }
    if (!goesOn) {
      current.end();
    }
    return current;
  }

  @Nullable Call snapshot(Guard guard, @Nullable Object receiver, Object[] arguments) {
    if (letters == null || !letters.policy().snapshot()) {
      return null;
    }
    try {
      return new Call(
          this,
          guard.timed() ? Time.nanoTime() : 0,
          receiver,
          arguments,
          guard.key(),
          letters.snapshot(arguments));
    } catch (RuntimeException | LinkageError broken) {
      Log.warn("The arguments of " + method.location() + " cannot be copied", broken);
      return null;
    }
  }

  void complain(Throwable broken) {
    Log.warn("Mulligan failed around " + method.location(), broken);
  }

  /** Makes the method known for replay. */
  void register() {
    if (letters != null) {
      office.register(letters);
    }
  }

  void publishRecovered(Call call) {
    Events.publish(new Recovered(name, method.location(), call.key(), call.failed() + 1));
  }
}
