package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;

/** Finds the interface methods that a method implements, with type parameters filled in. */
final class ImplementedMethods {
  private final MethodDescription.InDefinedShape method;
  private final List<MethodDescription> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private ImplementedMethods(MethodDescription.InDefinedShape method) {
    this.method = method;
  }

  static List<MethodDescription> of(TypeDescription type, MethodDescription.InDefinedShape method) {
    ImplementedMethods search = new ImplementedMethods(method);
    search.lookAbove(type);
    return search.found;
  }

  /** The nearest first: the class's own interfaces, then those of its superclasses. */
  private void lookAbove(TypeDefinition type) {
    try {
      type.getInterfaces().forEach(this::look);
      TypeDescription.Generic above = type.getSuperClass();
      if (above != null && !above.getTypeName().startsWith("java.")) {
        lookAbove(above);
      }
    } catch (RuntimeException absent) {
      // A superclass that cannot be read says nothing.
    }
  }

  private void look(TypeDescription.Generic type) {
    if (type.getTypeName().startsWith("java.") || !seen.add(type.getTypeName())) {
      return;
    }
    try {
      for (MethodDescription candidate : type.getDeclaredMethods()) {
        if (candidate.getName().equals(method.getName())
            && !candidate.isStatic()
            && candidate
                .getParameters()
                .asTypeList()
                .asErasures()
                .equals(method.getParameters().asTypeList().asErasures())) {
          found.add(candidate);
        }
      }
      type.getInterfaces().forEach(this::look);
    } catch (RuntimeException absent) {
      // An interface that cannot be read says nothing.
    }
  }
}
