package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * Makes the plans of one guard: the first one, and those that replace it when configuration
 * changes. Thread-safe.
 */
final class PlanSource {
  private final PlanRecipe recipe;
  private final MutableCallSite site = new MutableCallSite(MethodType.methodType(Plan.class));
  private Ingredients used;

  private PlanSource(PlanRecipe recipe) {
    this.recipe = recipe;
    this.used = recipe.ingredients();
    site.setTarget(constant(recipe.first(used)));
  }

  static Guard guard(GuardedMethod method, PlanRecipe recipe) {
    PlanSource source = new PlanSource(recipe);
    return new Guard(new LivePlan(source.site.dynamicInvoker(), method, source));
  }

  /**
   * Replaces the plan if what it is made from has changed. Values that make no policy are reported,
   * and the old plan stays.
   */
  synchronized void refresh() {
    Ingredients now = recipe.ingredients();
    if (now.equals(used)) {
      return;
    }
    used = now;
    try {
      site.setTarget(constant(recipe.make(now)));
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    } catch (RuntimeException | LinkageError impossible) {
      Log.warn("The changed configuration is not applied: " + impossible.getMessage());
    }
  }

  private static MethodHandle constant(Plan plan) {
    return MethodHandles.constant(Plan.class, plan);
  }
}
