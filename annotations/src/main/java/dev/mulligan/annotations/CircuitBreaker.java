package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stops calling a method that keeps failing, and probes now and then whether it works again.
 *
 * <p>Closed: calls pass and are counted. Open: calls are refused with a {@code
 * CircuitOpenException}. Half-open: a few probes pass; one that fails opens the breaker again, and
 * as many successes as there are probes close it. A failure that does not count is neutral: it is
 * neither a failure nor a success. With {@link Key} on a parameter there is one breaker a value.
 *
 * <p>The order of policies: {@code Fallback( DeadLetter( Retry( CircuitBreaker( RateLimit( Timeout(
 * Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CircuitBreaker {
  /**
   * The policy's name, the key of its configuration and metrics.
   *
   * @return a name; empty (the default) means {@code SimpleClass.method}
   */
  String name() default "";

  /**
   * The exceptions that count as failures. A carrier such as {@link
   * java.util.concurrent.ExecutionException} is looked into. Refusals of Mulligan's own and {@link
   * InterruptedException} are only meant by their own names, not by {@link Exception}.
   *
   * @return exception classes; empty here and in {@link #onTypes()} (the default) means what the
   *     classifier calls retriable
   */
  Class<? extends Throwable>[] on() default {};

  /**
   * The exceptions that do not count; stronger than {@link #on()}.
   *
   * @return exception classes, by default none
   */
  Class<? extends Throwable>[] notOn() default {};

  /**
   * The types of failure that count, besides those that {@link #on()} names.
   *
   * @return failure types; empty here and in {@link #on()} (the default) means what the classifier
   *     calls retriable
   */
  FailureType[] onTypes() default {};

  /**
   * After how many failures in a row the breaker opens, whatever the rate is.
   *
   * @return a count, 0 or more; 0 (the default) turns this rule off
   */
  int consecutiveFailures() default 0;

  /**
   * From which share of failed calls in the window the breaker opens. Looked at when a failure is
   * recorded, once the window holds {@link #minimumCalls()}.
   *
   * @return per cent, above 0 to 100, by default 50; not a share: 0.5 is one call in two hundred
   */
  double failureRate() default 50;

  /**
   * How many calls the window must hold before a rate means anything.
   *
   * @return a count, 1 or more, by default 20; not above the size of a window of calls
   */
  int minimumCalls() default 20;

  /**
   * Over what the rates are taken: the last so many seconds, or the last so many calls.
   *
   * @return a duration of at least 10 ms, or a count such as {@code "100 calls"}; by default 60 s
   */
  String window() default "60s";

  /**
   * From which duration an attempt is slow. It counts as soon as it is past this, while it still
   * runs, and only once.
   *
   * @return a duration above zero; empty (the default) means that no attempt is slow
   */
  String slowCall() default "";

  /**
   * From which share of slow calls in the window the breaker opens.
   *
   * @return per cent, above 0 to 100, by default 100
   */
  double slowCallRate() default 100;

  /**
   * How long the breaker refuses calls before it lets probes through.
   *
   * @return a duration above zero, by default 30 s
   */
  String openFor() default "30s";

  /**
   * Up to what the open time grows: it doubles each time the breaker opens again from half-open,
   * and is back at {@link #openFor()} once it has closed.
   *
   * @return a duration not below {@link #openFor()}; empty (the default) means that it does not
   *     grow
   */
  String maxOpenFor() default "";

  /**
   * How many probes may be under way at once while half-open, and how many must succeed to close.
   *
   * @return a count, 1 to 10,000, by default 3
   */
  int halfOpenCalls() default 3;
}
