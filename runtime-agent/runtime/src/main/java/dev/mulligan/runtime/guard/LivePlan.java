package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plan of this moment. The handle leads to a mutable call site, which the JIT compiler
 * takes for a constant until it is changed.
 *
 * @param current takes nothing and gives a {@link Plan}
 * @param method the guarded method
 * @param source keeps what plans are made from as long as the guard lives; null if there is none
 */
record LivePlan(MethodHandle current, GuardedMethod method, @Nullable PlanSource source) {
  Plan plan() {
    try {
      return (Plan) current.invokeExact();
    } catch (Throwable impossible) {
      throw Sneaky.rethrow(impossible);
    }
  }
}
