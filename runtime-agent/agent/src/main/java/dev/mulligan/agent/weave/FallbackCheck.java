package dev.mulligan.agent.weave;

import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.description.type.TypeList;
import org.jspecify.annotations.Nullable;

/** Looks for a method's fallback before the method is woven. */
final class FallbackCheck {
  private final TypeDescription type;
  private final Function<MethodDescription, Optional<String>> names;

  /**
   * Starts a check.
   *
   * @param type the class that is woven
   * @param names tells which fallback a method of that class names, if any
   */
  FallbackCheck(TypeDescription type, Function<MethodDescription, Optional<String>> names) {
    this.type = type;
    this.names = names;
  }

  /**
   * Checks.
   *
   * @throws PolicyException unless exactly one method of that name fits, and answers in the end
   */
  void check(MethodDescription method, String name) {
    if (name.equals(MethodPolicies.UNKNOWN)) {
      return; // Looked for when the method is linked, because configuration tells the name.
    }
    String trouble = trouble(method, name);
    if (trouble != null) {
      throw new PolicyException(
          type.getName() + "#" + method.getName(),
          List.of(new Problem("Fallback", "value", name, trouble)));
    }
  }

  private @Nullable String trouble(MethodDescription method, String name) {
    List<MethodDescription> fitting = fitting(method, name);
    if (fitting.size() > 1) {
      return fitting.size() + " methods of that name fit; give one of them another name";
    }
    if (fitting.isEmpty()) {
      return method.getName().equals(name)
          ? "the method would answer for itself; name another one"
          : missing(method, name);
    }
    return leadsBack(fitting.get(0), method)
        ? "its own fallback leads back to this method; one of them must not have any"
        : null;
  }

  private String missing(MethodDescription method, String name) {
    String wanted =
        method.getParameters().asTypeList().asErasures().stream()
            .map(TypeDescription::getSimpleName)
            .collect(Collectors.joining(", ", name + "(", ")"));
    return FallbackSearch.named(type, name).isEmpty()
        ? "there is no method " + wanted + " in " + type.getName()
        : "no method of that name fits: wanted is "
            + (method.isStatic() ? "static " : "")
            + wanted
            + ", optionally with an exception as one more parameter, giving "
            + method.getReturnType().asErasure().getSimpleName();
  }

  private List<MethodDescription> fitting(MethodDescription method, String name) {
    return FallbackSearch.named(type, name).stream().filter(m -> fits(m, method)).toList();
  }

  /** Follows the fallbacks of a fallback: those that never end would overflow the stack. */
  private boolean leadsBack(MethodDescription fallback, MethodDescription method) {
    Set<String> seen = new HashSet<>();
    Optional<MethodDescription> next = Optional.of(fallback);
    while (next.isPresent() && seen.add(next.get().toGenericString())) {
      next = next.flatMap(this::fallbackOf);
      if (next.filter(found -> isSame(found, method)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<MethodDescription> fallbackOf(MethodDescription method) {
    return method.getDeclaringType().asErasure().equals(type)
        ? names.apply(method).flatMap(name -> fitting(method, name).stream().findFirst())
        : Optional.empty();
  }

  private static boolean isSame(MethodDescription one, MethodDescription other) {
    return one.asDefined().equals(other.asDefined());
  }

  private static boolean fits(MethodDescription candidate, MethodDescription method) {
    TypeList wanted = method.getParameters().asTypeList().asErasures();
    TypeList given = candidate.getParameters().asTypeList().asErasures();
    boolean sameAndException =
        given.size() == wanted.size() + 1
            && given.subList(0, wanted.size()).equals(wanted)
            && given.get(wanted.size()).isAssignableTo(Throwable.class);
    TypeDescription result = method.getReturnType().asErasure();
    boolean itself = given.equals(wanted) && candidate.getName().equals(method.getName());
    return !itself
        && (given.equals(wanted) || sameAndException)
        && (result.represents(void.class)
            || candidate.getReturnType().asErasure().isAssignableTo(result))
        && (!method.isStatic() || candidate.isStatic());
  }
}
