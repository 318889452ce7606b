package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.retry.RetryBudget;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The retry budgets of this JVM: methods of one policy name in one class loader share one, because
 * they call the same target. Held weakly. Thread-safe.
 */
final class SharedBudgets {
  private static final Map<String, WeakReference<RetryBudget>> BUDGETS = new ConcurrentHashMap<>();

  private SharedBudgets() {}

  static @Nullable RetryBudget of(GuardedMethod method, RetryPolicy policy) {
    if (policy.budget() == 0) {
      return null;
    }
    String name = policy.name().isEmpty() ? "method " + method.callId() : "name " + policy.name();
    int application = System.identityHashCode(method.declaring().getClassLoader());
    RetryBudget fresh = new RetryBudget(policy.budget());
    RetryBudget[] found = {fresh};
    BUDGETS.values().removeIf(reference -> reference.get() == null);
    BUDGETS.compute(
        name + " with " + policy.budget() + " of " + application,
        (identity, reference) -> {
          RetryBudget known = reference == null ? null : reference.get();
          if (known == null) {
            return new WeakReference<>(fresh);
          }
          found[0] = known;
          return reference;
        });
    return found[0];
  }
}
