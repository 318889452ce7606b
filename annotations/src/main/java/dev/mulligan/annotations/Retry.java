package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;

/**
 * Calls the method again when it fails.
 *
 * <p>The caller gets the method's own result, or the exception of the last attempt with those of
 * the earlier ones as suppressed exceptions. {@link Error}s are not retried unless {@link #on()}
 * names them; an interrupt ends the waiting at once.
 *
 * <p>The order of policies: {@code Fallback( DeadLetter( Retry( CircuitBreaker( RateLimit( Timeout(
 * Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {
  /**
   * The policy's name, the key of its configuration and metrics.
   *
   * @return a name; empty (the default) means {@code SimpleClass.method}
   */
  String name() default "";

  /**
   * How many times the method is called at most, the first call included.
   *
   * @return total calls, 1 to 1,000,000, by default 3; 1 means that it is never called again
   */
  int maxAttempts() default 3;

  /**
   * How the delay grows with each attempt.
   *
   * @return a strategy, by default {@link Backoff#EXPONENTIAL}
   */
  Backoff backoff() default Backoff.EXPONENTIAL;

  /**
   * A delay of the application's own making, which replaces {@link #backoff()}, {@link
   * #multiplier()} and {@link #jitter()}; writing one of these beside it is an error.
   *
   * @return a class with a public constructor without parameters; {@code CustomBackoff.class}
   *     itself (the default) means none
   */
  Class<? extends CustomBackoff> custom() default CustomBackoff.class;

  /**
   * The delay before the second attempt, and the base of the growth.
   *
   * @return a duration, zero or more, by default 200 ms; zero means no waiting
   */
  String delay() default "200ms";

  /**
   * By how much each delay exceeds the one before, under {@link Backoff#EXPONENTIAL}.
   *
   * @return a factor, 1 to 1,000, by default 2
   */
  double multiplier() default 2.0;

  /**
   * The longest delay, before jitter spreads it downward. Unlike {@link #maxDuration()} it bounds
   * one wait, not the whole call.
   *
   * @return a duration not below {@link #delay()} and {@link #minDelay()}, by default 60 s
   */
  String maxDelay() default "60s";

  /**
   * The shortest delay, after jitter.
   *
   * @return a duration, zero or more, by default zero, which means no floor
   */
  String minDelay() default "0ms";

  /**
   * How randomness spreads the delays.
   *
   * @return a kind of jitter, by default {@link Jitter#FULL}
   */
  Jitter jitter() default Jitter.FULL;

  /**
   * How long the whole call may take, delays included. It is looked at before waiting: a delay that
   * does not fit is not begun. A running attempt is not cut short; {@link Timeout} does that.
   *
   * @return a duration above zero, by default 5 minutes
   */
  String maxDuration() default "5m";

  /**
   * The exceptions that are worth another attempt. A carrier such as {@link
   * java.util.concurrent.ExecutionException} is looked into. Refusals of Mulligan's own and {@link
   * InterruptedException} are only meant by their own names, not by {@link Exception}.
   *
   * @return exception classes; empty here and in {@link #onTypes()} (the default) means what the
   *     classifier calls retriable
   */
  Class<? extends Throwable>[] on() default {};

  /**
   * The exceptions that are not worth another attempt; stronger than {@link #on()}.
   *
   * @return exception classes, by default none
   */
  Class<? extends Throwable>[] notOn() default {};

  /**
   * The types of failure that are worth another attempt, besides those that {@link #on()} names.
   *
   * @return failure types; empty here and in {@link #on()} (the default) means what the classifier
   *     calls retriable
   */
  FailureType[] onTypes() default {};

  /**
   * A predicate over the returned value; a value that it accepts counts as a failed attempt. After
   * the last attempt the caller gets that value; a {@link Fallback} is not asked. A predicate that
   * throws counts as false.
   *
   * @return a class with a public constructor without parameters; {@link NoResult} (the default)
   *     means that every returned value is a success
   */
  Class<? extends Predicate<?>> onResult() default NoResult.class;

  /**
   * Whether a failure's own hint, such as HTTP's {@code Retry-After}, is a minimum for the delay. A
   * hint is never shortened: if it does not fit {@link #maxDuration()}, the call gives up.
   *
   * @return true by default
   */
  boolean respectRetryAfter() default true;

  /**
   * How many further attempts there may be for each successful call, so that an outage is not made
   * worse. Ten further attempts a second are always allowed. Methods that share a {@link #name()}
   * share the budget.
   *
   * @return a percentage such as {@code "20%"}, above 0 to 100; empty (the default) means no limit
   */
  String budget() default "";

  /** The predicate that calls no result a failure; stands for "not set". */
  final class NoResult implements Predicate<Object> {
    /** Creates the predicate. */
    public NoResult() {}

    @Override
    public boolean test(Object result) {
      return false;
    }
  }
}
