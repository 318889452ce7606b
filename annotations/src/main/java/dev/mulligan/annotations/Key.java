package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives each value of a parameter its own circuit breaker and its own rate limiter, and names the
 * value in events and dead letters: one breaker a host, or a tenant. At most one parameter of a
 * method carries it. A bulkhead, a retry policy and its budget are one for all values.
 *
 * <p>Texts, numbers, enums and the like are told apart by {@code equals}, arrays by their elements,
 * and all others by {@code toString()}: a class without one of its own needs a {@link #path()}, or
 * each object is a value of its own. Null is a value too. There are at most 10,000 values at a
 * time; what is idle makes room, and where there is none, further values share what belongs to no
 * key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Key {
  /**
   * The property of the argument that is the key, such as {@code "host"} of a {@link java.net.URI}:
   * names of methods or record components without parameters ({@code host()}, {@code getHost()}),
   * separated by dots.
   *
   * @return a path; empty (the default) means the argument itself
   */
  String path() default "";
}
