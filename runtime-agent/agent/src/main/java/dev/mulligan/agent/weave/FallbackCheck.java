package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.agent.weave.FallbackSearch.Candidate;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** Looks for a method's fallback before the method is woven. */
final class FallbackCheck {
  private final Types types;
  private final TypeInfo type;
  private final Function<MethodInfo, Optional<String>> names;

  /**
   * Starts a check.
   *
   * @param types the types that it sees
   * @param type the class that is woven
   * @param names tells which fallback a method of that class names, if any
   */
  FallbackCheck(Types types, TypeInfo type, Function<MethodInfo, Optional<String>> names) {
    this.types = types;
    this.type = type;
    this.names = names;
  }

  /**
   * Checks.
   *
   * @throws PolicyException unless exactly one method of that name fits, and answers in the end
   */
  void check(MethodInfo method, String name) {
    if (name.equals(MethodPolicies.UNKNOWN)) {
      return; // Looked for when the method is linked, because configuration tells the name.
    }
    String trouble = trouble(method, name);
    if (trouble != null) {
      throw new PolicyException(
          type.name() + "#" + method.name(),
          List.of(new Problem("Fallback", "value", name, trouble)));
    }
  }

  private @Nullable String trouble(MethodInfo method, String name) {
    List<Candidate> fitting = fitting(method, name);
    if (fitting.size() > 1) {
      return fitting.size() + " methods of that name fit; give one of them another name";
    }
    if (fitting.isEmpty()) {
      return method.name().equals(name)
          ? "the method would answer for itself; name another one"
          : missing(method, name);
    }
    return leadsBack(fitting.get(0).method(), method)
        ? "its own fallback leads back to this method; one of them must not have any"
        : null;
  }

  private String missing(MethodInfo method, String name) {
    String wanted =
        method.parameters().stream()
            .map(FallbackCheck::simpleName)
            .collect(Collectors.joining(", ", name + "(", ")"));
    return FallbackSearch.named(types, type, name).isEmpty()
        ? "there is no method " + wanted + " in " + type.name()
        : "no method of that name fits: wanted is "
            + (method.isStatic() ? "static " : "")
            + wanted
            + ", optionally with an exception as one more parameter, giving "
            + simpleName(method.result().getDescriptor());
  }

  private static String simpleName(String descriptor) {
    String name = Type.getType(descriptor).getClassName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  private List<Candidate> fitting(MethodInfo method, String name) {
    return FallbackSearch.named(types, type, name).stream().filter(m -> fits(m, method)).toList();
  }

  /** Follows the fallbacks of a fallback: those that never end would overflow the stack. */
  private boolean leadsBack(MethodInfo fallback, MethodInfo method) {
    Set<MethodInfo> seen = new HashSet<>();
    Optional<MethodInfo> next = Optional.of(fallback);
    while (next.isPresent() && seen.add(next.get())) {
      next = next.flatMap(this::fallbackOf);
      if (next.filter(method::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<MethodInfo> fallbackOf(MethodInfo method) {
    return method.owner().equals(type.internalName())
        ? names
            .apply(method)
            .flatMap(name -> fitting(method, name).stream().map(Candidate::method).findFirst())
        : Optional.empty();
  }

  private boolean fits(Candidate candidate, MethodInfo method) {
    List<String> wanted = method.parameters();
    List<String> given = candidate.types().parameters();
    boolean sameAndException =
        given.size() == wanted.size() + 1
            && given.subList(0, wanted.size()).equals(wanted)
            && types.isAssignable(given.get(wanted.size()), "Ljava/lang/Throwable;");
    String result = method.result().getDescriptor();
    boolean itself = given.equals(wanted) && candidate.method().name().equals(method.name());
    return !itself
        && (given.equals(wanted) || sameAndException)
        && (result.equals("V") || types.isAssignable(candidate.types().result(), result))
        && (!method.isStatic() || candidate.method().isStatic());
  }
}
