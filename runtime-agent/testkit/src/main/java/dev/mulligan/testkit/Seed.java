package dev.mulligan.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The seed of a test's jitter and of its faults' percentages. The nearest counts: the method's, the
 * class's, an enclosing class's, the system property {@value #PROPERTY}. Without any, each run
 * draws one, and a test that fails tells which.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Seed {
  /** The system property for tests without this annotation. */
  String PROPERTY = "mulligan.test.seed";

  /**
   * The seed.
   *
   * @return any number
   */
  long value();
}
