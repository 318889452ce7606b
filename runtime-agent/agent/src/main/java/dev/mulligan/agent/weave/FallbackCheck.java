package dev.mulligan.agent.weave;

import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.description.type.TypeList;

/** Looks for a method's fallback before the method is woven. */
final class FallbackCheck {
  private FallbackCheck() {}

  /**
   * Checks.
   *
   * @throws PolicyException unless exactly one method of that name fits
   */
  static void check(TypeDescription type, MethodDescription method, String name) {
    List<MethodDescription> named = named(type, name);
    List<MethodDescription> fitting = named.stream().filter(m -> fits(m, method)).toList();
    if (fitting.size() == 1) {
      return;
    }
    String wanted =
        method.getParameters().asTypeList().asErasures().stream()
            .map(TypeDescription::getSimpleName)
            .collect(Collectors.joining(", ", name + "(", ")"));
    String what;
    if (named.isEmpty()) {
      what = "there is no method " + wanted + " in " + type.getName();
    } else if (fitting.isEmpty()) {
      what =
          "no method of that name fits: wanted is "
              + wanted
              + ", optionally with an exception as one more parameter, giving "
              + method.getReturnType().asErasure().getSimpleName();
    } else {
      what = fitting.size() + " methods of that name fit; give one of them another name";
    }
    throw new PolicyException(
        type.getName() + "#" + method.getName(),
        List.of(new Problem("Fallback", "value", name, what)));
  }

  /** The class's own methods, or else those of its nearest superclass that has any. */
  private static List<MethodDescription> named(TypeDescription type, String name) {
    for (TypeDefinition above : type) {
      List<MethodDescription> found = new ArrayList<>();
      for (MethodDescription candidate : above.getDeclaredMethods()) {
        if (candidate.getName().equals(name) && !candidate.isBridge()) {
          found.add(candidate);
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
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
