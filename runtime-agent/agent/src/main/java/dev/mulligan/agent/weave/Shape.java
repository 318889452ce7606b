package dev.mulligan.agent.weave;

import java.util.Collection;
import net.bytebuddy.description.method.MethodDescription;

/** How a method is woven: as little as its policies allow. */
enum Shape {
  /** The body stays where it is, and is repeated there. */
  INLINE(GuardAdvice.class, GuardAdvice.class),

  /** The same, and a fallback may answer. */
  WITH_FALLBACK(GuardAdvice.class, FallbackAdvice.class),

  /** The method hands over to its guard, which calls it again for its body. */
  ELSEWHERE(ElsewhereAdvice.class, ElsewhereAdvice.class);

  private final Class<?> enter;
  private final Class<?> exit;

  Shape(Class<?> enter, Class<?> exit) {
    this.enter = enter;
    this.exit = exit;
  }

  static Shape of(MethodDescription method, Collection<String> policies) {
    if (policies.contains("Timeout") || AsyncResults.isUnderstood(method)) {
      return ELSEWHERE;
    }
    return policies.contains("Fallback") ? WITH_FALLBACK : INLINE;
  }

  Class<?> enter() {
    return enter;
  }

  Class<?> exit() {
    return exit;
  }
}
