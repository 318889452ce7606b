package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a call that failed for good, with its arguments, so that it can be called again.
 *
 * <p>The letter is on disk before the caller gets its exception, and the exception is the same with
 * or without it: a store that fails changes nothing for the caller.
 *
 * <p>The order of policies: {@code Fallback( DeadLetter( Retry( CircuitBreaker( RateLimit( Timeout(
 * Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface DeadLetter {
  /**
   * The queue that the letter is filed under.
   *
   * @return a name that is not blank, by default {@code "default"}
   */
  String queue() default "default";

  /**
   * The exceptions that leave a letter. A carrier such as {@link
   * java.util.concurrent.ExecutionException} is looked into.
   *
   * @return exception classes; empty here and in {@link #onTypes()} (the default) means every
   *     exception, but no {@link Error}
   */
  Class<? extends Throwable>[] on() default {};

  /**
   * The exceptions that leave no letter; stronger than {@link #on()}.
   *
   * @return exception classes, by default none
   */
  Class<? extends Throwable>[] notOn() default {};

  /**
   * The types of failure that leave a letter, besides those that {@link #on()} names.
   *
   * @return failure types; empty here and in {@link #on()} (the default) means every exception, but
   *     no {@link Error}
   */
  FailureType[] onTypes() default {};

  /**
   * The stable identity of the call, which survives renaming the method.
   *
   * @return an id, unique in the application; empty (the default) means that it is derived from the
   *     signature
   */
  String id() default "";

  /**
   * Whether the arguments are copied when the call begins, rather than when it has failed. Needed
   * where the method changes its arguments; costs a copy on every call.
   *
   * @return false by default
   */
  boolean snapshot() default false;

  /**
   * How long a letter is to be kept. It is noted in the letter; nothing removes letters yet.
   *
   * @return a duration above zero, by default 30 days
   */
  String retention() default "30d";

  /**
   * What happens to a call that an open breaker (or another policy) refused.
   *
   * @return by default {@link WhenOpen#REJECT}: no letter
   */
  WhenOpen whenOpen() default WhenOpen.REJECT;
}
