package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how long one attempt may take, of plain blocking methods too.
 *
 * <p>The body runs on another thread, a virtual one if the caller's is virtual. The MDC, the
 * context class loader and what a {@code ContextCarrier} knows are carried over; other
 * thread-locals are not, and neither are monitors that the caller holds. An asynchronous method
 * stays on the caller's thread, and its result is cancelled. After the limit the caller gets a
 * {@code CallTimeoutException}, and the thread is interrupted if {@link #interrupt()} says so. A
 * body that goes on regardless is abandoned: it keeps its bulkhead permit, and stays in a gauge,
 * until it ends.
 *
 * <p>It stands inside the retry, so that each attempt has the whole limit: {@code Fallback(
 * DeadLetter( Retry( CircuitBreaker( RateLimit( Timeout( Bulkhead( body )))))))}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {
  /**
   * How long one attempt may take. Unlike {@link Retry#maxDuration()} it does not bound the whole
   * call.
   *
   * @return a duration above zero; with {@link Retry} not above its {@link Retry#maxDuration()}
   */
  String value();

  /**
   * Whether the thread of the body is interrupted when the limit is over.
   *
   * @return true by default; false for a body that an interrupt would leave in a bad state
   */
  boolean interrupt() default true;
}
