package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.GenericType;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the interface methods that a method implements, with type parameters filled in. What cannot
 * be read says nothing.
 */
final class ImplementedMethods {
  private final Types types;
  private final MethodInfo method;
  private final List<MethodInfo> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ImplementedMethods(Types types, MethodInfo method) {
    this.types = types;
    this.method = method;
  }

  static List<MethodInfo> of(Types types, TypeInfo type, MethodInfo method) {
    ImplementedMethods search = new ImplementedMethods(types, method);
    search.lookAbove(GenericType.of(type));
    return search.found;
  }

  /** The nearest first: the class's own interfaces, then those of its superclasses. */
  private void lookAbove(GenericType type) {
    type.interfacesOutsideJdk(types).forEach(this::look);
    String above = type.type().superclass();
    GenericType next = above == null || above.startsWith("java/") ? null : type.superclass(types);
    if (next != null) {
      lookAbove(next);
    }
  }

  private void look(GenericType type) {
    if (!seen.add(type.type().internalName())) {
      return;
    }
    for (MethodInfo candidate : type.type().methods()) {
      if (candidate.name().equals(method.name())
          && candidate.isVirtual()
          && type.typesOf(candidate).parameters().equals(method.parameters())) {
        found.add(candidate);
      }
    }
    type.interfacesOutsideJdk(types).forEach(this::look);
  }
}
