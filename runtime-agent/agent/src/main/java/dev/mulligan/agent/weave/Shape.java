package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import java.util.Collection;

/** How a method is woven: as little as its policies allow. */
enum Shape {
  /** The body stays where it is, and is repeated there. */
  INLINE,

  /** The same, and a fallback may answer. */
  WITH_FALLBACK,

  /** The method hands over to its guard, which calls it again for its body. */
  ELSEWHERE;

  static Shape of(MethodInfo method, Collection<String> policies) {
    if (policies.contains("Timeout") || AsyncResults.isUnderstood(method)) {
      return ELSEWHERE;
    }
    return policies.contains("Fallback") ? WITH_FALLBACK : INLINE;
  }
}
