package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that calling the method again does no harm, so that retrying is safe. It tells the reader
 * and the linter; it changes nothing at run time.
 *
 * <p>On a type it speaks for all its public methods. It is no policy, and so has no place in the
 * order {@code Fallback( DeadLetter( Retry( CircuitBreaker( RateLimit( Timeout( Bulkhead( body
 * )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
