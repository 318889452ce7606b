package dev.mulligan.processor.read;

import dev.mulligan.processor.read.Found.Origin;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/**
 * A method, and the policies that apply to it.
 *
 * @param method the method
 * @param policies its policies, the outermost first; none if it is only passed on
 */
record Candidate(ExecutableElement method, List<Found> policies) {
  boolean isGuarded() {
    return !policies.isEmpty();
  }

  /** The policy that comes from the nearest place. */
  Found nearest() {
    Found nearest = policies.get(0);
    for (Found found : policies) {
      if (found.origin().compareTo(nearest.origin()) < 0) {
        nearest = found;
      }
    }
    return nearest;
  }

  /** Tells whether its own type asks for a guard, rather than an interface alone. */
  boolean isAskedFor() {
    return isGuarded() && nearest().origin() != Origin.INTERFACE;
  }

  Candidate unguarded() {
    return new Candidate(method, List.of());
  }
}
