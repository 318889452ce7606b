package dev.mulligan.testkit;

import dev.mulligan.runtime.fault.FaultPoint;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The decisions of one plan during one test. Thread-safe. */
final class FaultQueue {
  private final FaultPlan plan;
  private final boolean optional;
  private final long seed;
  private final Map<String, Position> positions = new HashMap<>();

  FaultQueue(FaultPlan plan, boolean optional, long seed) {
    this.plan = plan;
    this.optional = optional;
    this.seed = seed;
  }

  FaultPlan plan() {
    return plan;
  }

  boolean matches(FaultPoint at) {
    return plan.selector().matches(at.policy(), location(at));
  }

  /** Takes the next decision for a method. */
  synchronized Fault next(FaultPoint at) {
    return positions.computeIfAbsent(location(at), Position::new).next();
  }

  /** Tells whether the plan was to be used and was not. */
  synchronized boolean isMissed() {
    return positions.isEmpty() && !optional;
  }

  static String location(FaultPoint at) {
    return at.type().getName() + "#" + at.method();
  }

  /** How far one method has come. */
  private final class Position {
    private final SplittableRandom random;
    private int step;
    private int used;

    Position(String location) {
      long salt = 0x9E3779B97F4A7C15L * plan.toString().hashCode() + location.hashCode();
      random = new SplittableRandom(seed ^ salt);
    }

    Fault next() {
      Step current = current();
      if (current == null) {
        return new Fault.Ok();
      }
      used++;
      return random.nextInt(100) < current.percent() ? current.fault() : new Fault.Ok();
    }

    private @Nullable Step current() {
      while (step < plan.steps().size()) {
        Step current = plan.steps().get(step);
        if (current.times() == Step.FOR_EVER || used < current.times()) {
          return current;
        }
        step++;
        used = 0;
      }
      return null;
    }
  }
}
