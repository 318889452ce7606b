package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the plans of one guard: the first one, and those that replace it when configuration
 * changes. Thread-safe.
 */
final class PlanSource {
  private final PlanRecipe recipe;
  private final MutableCallSite site = new MutableCallSite(MethodType.methodType(Plan.class));
  private final AtomicInteger requests = new AtomicInteger();

  /** Whether more than the switches is to be looked at. */
  private volatile boolean wantsAll;

  /** Touched by the one thread that makes a plan. */
  private volatile Ingredients used;

  /** The last plan that could be made, as it is when the guard is on. */
  private volatile Plan made;

  private PlanSource(PlanRecipe recipe) {
    this.recipe = recipe;
    Ingredients first = Ingredients.NONE;
    try {
      first = recipe.ingredients();
      // Once a guard: after a change of configuration, all of them are looked at together.
      KnownKeys.report();
    } catch (Throwable broken) {
      Log.warn("Configuration cannot be read", broken);
    }
    this.used = first;
    this.made = recipe.first(first);
    site.setTarget(constant(inForce(first)));
  }

  /** Tells calls that are under way first: one that fails now is not to wait any more. */
  private Plan inForce(Ingredients now) {
    recipe.power().off(now.off());
    return now.off() ? made.switchedOff() : made;
  }

  static Guard guard(GuardedMethod method, PlanRecipe recipe) {
    PlanSource source = new PlanSource(recipe);
    return new Guard(new LivePlan(source.site.dynamicInvoker(), method, source));
  }

  /**
   * Replaces the plan if what it is made from has changed. Values that make no policy are reported,
   * and the old plan stays. Only one thread at a time makes a plan, and none waits for it: the
   * application's own constructors run meanwhile, and may wait for anything. Whoever finds another
   * thread at work leaves it to that one to look once more.
   */
  void refresh() {
    wantsAll = true;
    refreshWanted();
  }

  /**
   * The same where nothing but switches has changed, which must be fast: there may be thousands.
   */
  void turn() {
    refreshWanted();
  }

  private void refreshWanted() {
    if (requests.getAndIncrement() > 0) {
      return;
    }
    int seen;
    do {
      seen = requests.get();
      follow();
    } while (!requests.compareAndSet(seen, 0));
  }

  private void follow() {
    try {
      boolean all = wantsAll;
      wantsAll = false;
      Ingredients before = used;
      Ingredients now = all ? recipe.ingredients() : recipe.turned(before);
      if (now.equals(before)) {
        return;
      }
      used = now;
      if (!now.makeTheSameAs(before)) {
        remake(now);
      }
      // Whatever became of the other values: a switch works.
      site.setTarget(constant(inForce(now)));
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    } catch (Throwable impossible) {
      Log.warn("The changed configuration is not applied", impossible);
    }
  }

  Map<String, Object> describe() {
    return recipe.describe(made.failures().name(), used);
  }

  private void remake(Ingredients now) {
    try {
      made = recipe.make(now);
    } catch (Throwable impossible) {
      Log.warn("The changed configuration is not applied", impossible);
    }
  }

  private static MethodHandle constant(Plan plan) {
    return MethodHandles.constant(Plan.class, plan);
  }
}
