package dev.mulligan.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets attempts fail below the policies, in place of the method's own body, in the language of
 * {@link FaultPlan}:
 *
 * <pre>{@code
 * @Faults("fetch: 2 times SocketTimeoutException, then 429 retry-after 2s, then ok")
 * }</pre>
 *
 * <p>An attempt gets its fault from the first plan that matches it: those of the test method come
 * before those of its class, and those before an enclosing class's; within one place the order is
 * the written one.
 *
 * <p>A test whose own plan never matched an attempt fails, because it did not test what it says;
 * unless the plan is {@link #optional()}. Plans of classes need not match in each test.
 */
@Documented
@Inherited
@Repeatable(Faults.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Faults {
  /**
   * The plans.
   *
   * @return one text a plan; a mistake fails the test before it begins
   */
  String[] value();

  /**
   * Whether the plans of a test may go unused.
   *
   * @return false by default: an unused plan fails the test
   */
  boolean optional() default false;

  /** Several of them in one place. */
  @Documented
  @Inherited
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface List {
    /**
     * The repeated annotations.
     *
     * @return in the written order
     */
    Faults[] value();
  }
}
