package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how many calls are in the body at once, and refuses those above with a {@code
 * BulkheadFullException}.
 *
 * <p>Each call holds one permit while its body runs; that of an asynchronous method until its
 * result ends. There is one bulkhead a method, whatever its {@link Key}. A body that a {@link
 * Timeout} has abandoned holds it until the body ends.
 *
 * <p>It stands innermost, so that no permit is held during backoff: {@code Fallback( DeadLetter(
 * Retry( CircuitBreaker( RateLimit( Timeout( Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Bulkhead {
  /**
   * How many calls may be in the body at once.
   *
   * @return a count, 1 to 1,000,000
   */
  int value();

  /**
   * How long a call may wait for a permit before it is refused.
   *
   * @return a duration, zero or more, by default zero, which means that it is refused at once
   */
  String maxWait() default "0ms";
}
