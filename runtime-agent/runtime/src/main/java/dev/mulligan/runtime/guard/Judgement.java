package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Classifier;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.retry.Payment;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.spi.FailureContext;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt means to the policies of one method: its type, what the breaker hears of
 * it, and whether there is another attempt. Thread-safe.
 */
final class Judgement {
  private final CallEvents events;
  private final String location;
  private final Classifier classifier;
  private final @Nullable CircuitBreakerPolicy breaker;
  private final @Nullable Retrier retrier;
  private final boolean waitsForBreaker;

  Judgement(
      CallEvents events,
      GuardedMethod method,
      @Nullable CircuitBreakerPolicy breaker,
      @Nullable Retrier retrier) {
    this.events = events;
    this.location = method.location();
    this.classifier = new Classifier(method.declaring().getClassLoader());
    this.breaker = breaker;
    this.retrier = retrier;
    this.waitsForBreaker = isNamed(new CircuitOpenException(events.policy(), null, Duration.ZERO));
  }

  Failure classify(Throwable thrown, Call call) {
    return classify(thrown, call.key(), call.failed() + 1);
  }

  Failure classify(Throwable thrown, @Nullable String key, int attempt) {
    if (thrown instanceof UnwantedResultException unwanted) {
      // Not an exception of the application's, and so not for its classifiers.
      return unwanted.asFailure();
    }
    return classifier.classify(
        thrown, () -> new FailureContext(events.policy(), location, key, attempt));
  }

  /** Errors, refusals and interrupts are worth another attempt only where the policy names them. */
  boolean isNamed(Throwable failure) {
    return retrier != null && retrier.names(failure);
  }

  /** Tells whether a failure leaves no room to handle it. */
  boolean mustPass(Throwable failure) {
    return failure instanceof VirtualMachineError && !isNamed(failure);
  }

  /** Tells the breaker of an attempt's end. */
  void settle(@Nullable Permit permit, Failure failure) {
    if (permit == null) {
      return;
    }
    // What fails because the process is ending says nothing about the other side.
    if (counts(failure) && !Shutdown.hasBegun()) {
      permit.failed();
    } else {
      permit.neutral();
    }
  }

  private boolean counts(Failure failure) {
    return breaker != null && failure.isMeantBy(breaker.failures());
  }

  /**
   * Notes a failed attempt and decides how long to wait for the next one.
   *
   * @param repeatable whether there can be another attempt at all
   * @return nanoseconds, or {@link Retrier#STOP}
   */
  long delay(Plan plan, Call call, Failure failure, boolean repeatable) {
    call.add(failure);
    int most = retrier == null ? 1 : retrier.policy().maxAttempts();
    events.attemptFailed(call, most, failure);
    boolean mayRepeat = repeatable && !isLeftToOuter(plan, call, failure);
    long delay = mayRepeat ? nextDelay(call, failure) : Retrier.STOP;
    if (delay == Retrier.STOP) {
      return Retrier.STOP;
    }
    if (!pays(call)) {
      events.overBudget();
      return Retrier.STOP;
    }
    if (!waitsForBreaker && plan.admission().refusesAfter(delay, call.keyArgument())) {
      attemptRefused(call);
      return Retrier.STOP;
    }
    events.retrying(call, most, failure.type(), delay);
    return delay;
  }

  /** A call that is being repeated around this one can only repeat what it hears of. */
  private static boolean isLeftToOuter(Plan plan, Call call, Failure failure) {
    return call.isNested()
        && !(failure.thrown() instanceof UnwantedResultException)
        && (call.isReplay() || !plan.failures().ending().wouldAnswer(failure, call.arguments()));
  }

  private long nextDelay(Call call, Failure failure) {
    if (retrier == null) {
      return Retrier.STOP;
    }
    long limit = retrier.policy().maxDuration().toNanos();
    long elapsed = Math.max(0, Time.nanoTime() - call.start());
    return retrier.delay(failure, call.failed(), elapsed, limit, call.waited());
  }

  private boolean pays(Call call) {
    Payment payment = retrier == null ? Payment.FREE : retrier.pay();
    call.paid(payment);
    return payment != Payment.NONE;
  }

  /** Notes that another policy refused the attempt that was decided on, if it was a further one. */
  void attemptRefused(Call call) {
    Payment payment = call.takePayment();
    if (retrier != null) {
      retrier.refused(payment);
    }
  }

  /** How long an attempt may take so that the call keeps within its own limit. */
  long left(long start) {
    return retrier == null
        ? Long.MAX_VALUE
        : retrier.policy().maxDuration().toNanos() - Math.max(0, Time.nanoTime() - start);
  }
}
