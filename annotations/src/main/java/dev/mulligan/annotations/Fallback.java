package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls another method of the same class when the call has failed for good or was refused.
 *
 * <p>That method has the same parameters, optionally followed by one exception, and a compatible
 * return type. It may be private, and is static if the guarded method is. The exception is the one
 * that the caller would have got, without carriers such as {@link
 * java.util.concurrent.ExecutionException}; if it is no instance of the parameter's type, the
 * fallback is not asked. What the other method returns or throws is what the caller gets.
 *
 * <p>An {@link Error} is only answered by a fallback whose parameter is an error. Interrupts are
 * not answered, nor are results that {@link Retry#onResult()} calls failures.
 *
 * <p>It stands outermost, around all other policies: {@code Fallback( DeadLetter( Retry(
 * CircuitBreaker( RateLimit( Timeout( Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Fallback {
  /**
   * The name of the method to call instead.
   *
   * @return a method's name, never blank
   */
  String value();
}
