package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import java.lang.invoke.MethodHandles;

/**
 * A guard for where no guard can be made, such as where a security manager keeps the runtime's
 * classes from being initialized. It needs none of them: it admits every call, and passes on what
 * the body throws.
 */
final class LastResort {
  private LastResort() {}

  @SuppressWarnings("NullAway") // a plan that is off asks none of what is left out
  static Guard guard(GuardedMethod method) {
    FailurePath failures = new FailurePath(method.shortName(), method, new Power(), null, null);
    Plan off =
        new Plan(
            method,
            false,
            Admission.FREE,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            true,
            failures);
    return new Guard(new LivePlan(MethodHandles.constant(Plan.class, off), method, null));
  }
}
