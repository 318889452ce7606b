package dev.mulligan.runtime.retry;

import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.classify.Suppressed;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides whether a failed call is attempted again, and after which delay. Thread-safe. */
public final class Retrier {
  /** The answer of {@link #delay} that means: do not attempt again. */
  public static final long STOP = -1;

  private final RetryPolicy policy;
  private final Delays delays;
  private final @Nullable CustomBackoff custom;
  private final @Nullable RetryBudget budget;

  /**
   * Creates the retrier of a policy.
   *
   * @param policy the values
   * @param custom the application's own backoff, or null
   * @param budget limits further attempts, and may be shared; null if the policy has none
   */
  public Retrier(RetryPolicy policy, @Nullable CustomBackoff custom, @Nullable RetryBudget budget) {
    this.policy = policy;
    this.delays = new Delays(policy);
    this.custom = custom;
    this.budget = budget;
  }

  /**
   * Reads the policy.
   *
   * @return its values
   */
  public RetryPolicy policy() {
    return policy;
  }

  /**
   * Tells whether the policy names an exception, which an {@link Error}, a refusal and an interrupt
   * need to be retried.
   *
   * @param failure the exception
   * @return true if {@code on} has its class or a superclass that is not too broad
   */
  public boolean names(Throwable failure) {
    return Failure.isNamedBy(policy.failures(), failure);
  }

  /**
   * Decides, but for the budget.
   *
   * @param failure the last attempt's failure
   * @param failed how many attempts have failed
   * @param elapsed nanoseconds since the call began
   * @param limit nanoseconds that the whole call may take
   * @param previous the delay before the last attempt, in nanoseconds
   * @return nanoseconds to wait, or {@link #STOP}
   */
  public long delay(Failure failure, int failed, long elapsed, long limit, long previous) {
    if (failed >= policy.maxAttempts() || !isWorthIt(failure)) {
      return STOP;
    }
    long delay = ownDelay(failure, failed, previous);
    Duration hint = failure.retryAfter();
    if (hint != null && policy.respectRetryAfter() && delay != STOP) {
      long minimum = saturatedNanos(hint);
      if (minimum > delay) {
        delay = saturatedSum(minimum, delays.above(minimum));
      }
    }
    return delay >= limit - elapsed ? STOP : delay;
  }

  /**
   * Takes from the budget what another attempt costs.
   *
   * @return what it was paid from; {@link Payment#NONE} if it is not to be made
   */
  public Payment pay() {
    return budget == null ? Payment.FREE : budget.pay();
  }

  /**
   * Gives back what an attempt cost that another policy refused.
   *
   * @param payment what {@link #pay} answered
   */
  public void refused(Payment payment) {
    if (budget != null) {
      budget.giveBack(payment);
    }
  }

  private boolean isWorthIt(Failure failure) {
    // The rules are about exceptions; over a result, the policy's predicate has decided.
    return failure.unwanted() || failure.isMeantBy(policy.failures());
  }

  private long ownDelay(Failure failure, int failed, long previous) {
    if (custom == null) {
      boolean hinted = failure.retryAfter() != null && policy.respectRetryAfter();
      boolean throttled = failure.type() == FailureType.RATE_LIMITED && !hinted;
      return delays.next(failed, previous, throttled);
    }
    try {
      Duration own = custom.delay(failed, failure.thrown(), Duration.ofNanos(previous));
      return delays.bounded(Math.max(0, saturatedNanos(own)));
    } catch (Throwable broken) {
      Suppressed.add(failure.thrown(), broken);
      return STOP;
    }
  }

  private static long saturatedNanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException tooLong) {
      return duration.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }

  private static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
