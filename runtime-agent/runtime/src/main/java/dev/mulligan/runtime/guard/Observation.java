package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.event.Consequence;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.retry.Payment;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call that is observed. Its end is noted once, by whoever comes first; never throws. */
final class Observation implements Permit {
  private static final Object[] NONE = {};

  private final Shadow shadow;
  private final @Nullable String key;
  private final long begin;
  private final AtomicBoolean over = new AtomicBoolean();
  private @Nullable Permit permit;
  private boolean place;

  Observation(Shadow shadow, @Nullable String key) {
    this.shadow = shadow;
    this.key = key;
    this.begin = shadow.timeout() == null && shadow.retrier() == null ? 0 : Time.nanoTime();
  }

  /** Finds the observation within a permit; the mark of a wrapper may be around it. */
  static @Nullable Observation in(@Nullable Permit permit) {
    Permit inner = permit instanceof WrapperMark mark ? mark.permit() : permit;
    return inner instanceof Observation observation ? observation : null;
  }

  /** A call that would have been refused has no end that would have mattered. */
  void refused(Consequence why, @Nullable Permit given) {
    over.set(true);
    if (given != null) {
      given.neutral();
    }
    shadow.seen(key, why, Duration.ZERO);
  }

  void admitted(@Nullable Permit given) {
    permit = given;
    place = shadow.bulkhead() != null;
  }

  @Override
  public void succeeded() {
    if (over.compareAndSet(false, true)) {
      attempt(
          () -> {
            leave();
            if (isLate()) {
              judge(timeout(), NONE);
            } else if (permit != null) {
              permit.succeeded();
            }
          });
    }
  }

  @Override
  public void failed() {
    neutral();
  }

  @Override
  public void neutral() {
    if (over.compareAndSet(false, true)) {
      attempt(
          () -> {
            leave();
            if (permit != null) {
              permit.neutral();
            }
          });
    }
  }

  void ended(Throwable failure, Object[] arguments) {
    if (over.compareAndSet(false, true)) {
      attempt(
          () -> {
            leave();
            judge(isLate() ? timeout() : failure, arguments);
          });
    }
  }

  private void leave() {
    if (place && shadow.bulkhead() != null) {
      shadow.bulkhead().leave();
    }
  }

  private boolean isLate() {
    return shadow.timeout() != null && took() > shadow.timeout().limit().toNanos();
  }

  private long took() {
    return Math.max(0, Time.nanoTime() - begin);
  }

  private Throwable timeout() {
    shadow.seen(key, Consequence.TIMEOUT, Duration.ofNanos(took()));
    Duration limit = shadow.timeout() == null ? Duration.ZERO : shadow.timeout().limit();
    return new CallTimeoutException(shadow.events().policy(), limit);
  }

  private void judge(Throwable thrown, Object[] arguments) {
    if (shadow.judgement().mustPass(thrown)) {
      if (permit != null) {
        permit.neutral();
      }
      return;
    }
    Failure failure = shadow.judgement().classify(thrown, key, 1);
    shadow.judgement().settle(permit, failure);
    long delay = delay(failure);
    if (delay >= 0) {
      shadow.seen(key, Consequence.RETRY, Duration.ofNanos(delay));
      return;
    }
    if (shadow.ending().wouldKeep(failure)) {
      shadow.seen(key, Consequence.LETTER, Duration.ZERO);
    }
    if (shadow.ending().wouldAnswer(failure, arguments)) {
      shadow.seen(key, Consequence.FALLBACK, Duration.ZERO);
    }
  }

  private long delay(Failure failure) {
    Retrier retrier = shadow.retrier();
    if (retrier == null || Nesting.isInside()) {
      return -1;
    }
    long delay = retrier.delay(failure, 1, took(), retrier.policy().maxDuration().toNanos(), 0);
    return delay == Retrier.STOP || retrier.pay() == Payment.NONE ? -1 : delay;
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Throwable broken) {
      shadow.complain(broken);
    }
  }
}
