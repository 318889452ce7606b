package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares what kind of failure an exception class stands for, so that no {@code FailureClassifier}
 * has to know it.
 *
 * <p>The nearest annotated superclass decides. An application's {@code FailureClassifier} is asked
 * first; the rules for libraries and for the JDK's exceptions come after. On a class that is no
 * exception the annotation means nothing. On an {@link Error} it sets the type, but errors are
 * still retried only where a policy's {@code on} names them.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FailsAs {
  /**
   * The type of failure. No default.
   *
   * @return the type
   */
  FailureType value();
}
