package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.fault.FaultInjector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made from besides the method: while it is the same, so is the plan.
 *
 * @param values the annotations' values, with what configuration makes of them
 * @param counted whether successes are counted for their own sake
 * @param faults what a test injects, or null
 * @param observes whether its policies only tell what they would have done
 * @param off whether the method runs as it is written
 * @param marks whether this is a wrapper's guard, and the method below it may be woven
 */
record Ingredients(
    Map<String, Map<String, String>> values,
    boolean counted,
    @Nullable FaultInjector faults,
    boolean observes,
    boolean off,
    boolean marks) {
  /** No policies at all. */
  static final Ingredients NONE = new Ingredients(Map.of(), false, null, false, false, false);

  Ingredients turned(boolean nowOff) {
    return new Ingredients(values, counted, faults, observes, nowOff, marks);
  }

  /** Tells whether a plan of both would be the same but for what is switched. */
  boolean makeTheSameAs(Ingredients other) {
    return values.equals(other.values)
        && counted == other.counted
        && faults == other.faults
        && observes == other.observes
        && marks == other.marks;
  }
}
