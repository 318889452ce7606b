package dev.mulligan.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Runs each test of a class, or one test, in virtual time, with its dead letters in memory, and
 * with the faults that {@link Faults} names.
 *
 * <p>Tests and their {@code @BeforeEach} and {@code @AfterEach} methods may take parameters of the
 * types {@link dev.mulligan.runtime.time.VirtualTime}, {@link Attempts}, {@link Letters}, {@link
 * InjectedFaults} and {@link TestRun}. What a test begins with and leaves behind is told by {@link
 * TestRun}.
 *
 * <p>The time is one for the whole JVM. In a parallel run, tests with this annotation wait for one
 * another; other tests that call guarded methods at the same time see the virtual time and the
 * faults too, unless they take the lock {@link #LOCK} as well.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(MulliganExtension.class)
@ResourceLock(MulliganTest.LOCK)
public @interface MulliganTest {
  /** The name of the lock that keeps these tests from running at the same time. */
  String LOCK = "dev.mulligan.testkit";
}
