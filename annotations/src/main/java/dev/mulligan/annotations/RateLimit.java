package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how many calls begin in a stretch of time, and refuses those above with a {@code
 * RateLimitExceededException}.
 *
 * <p>There are never more than {@link #permits()} calls in any stretch of {@link #per()}, wherever
 * it begins: the limiter keeps a sliding log. A fixed window would let up to twice as many through
 * around its edge.
 *
 * <p>It stands inside the retry, so that each attempt takes a permit: {@code Fallback( DeadLetter(
 * Retry( CircuitBreaker( RateLimit( Timeout( Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimit {
  /**
   * How many calls may begin in a stretch of {@link #per()}.
   *
   * @return a count, 1 to 1,000,000
   */
  int permits();

  /**
   * The length of the stretch of time.
   *
   * @return a duration above zero, by default 1 s
   */
  String per() default "1s";

  /**
   * How long a call may wait for a permit before it is refused.
   *
   * @return a duration, zero or more, by default zero, which means that it is refused at once
   */
  String maxWait() default "0ms";
}
