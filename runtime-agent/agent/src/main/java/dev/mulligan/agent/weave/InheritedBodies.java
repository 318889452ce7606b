package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.types.AnnotationInfo;
import dev.mulligan.agent.types.GenericType;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds policies of interface methods whose body a class inherits from one that does not know the
 * interface. The body is woven with its own class or not at all, so such a policy reaches nothing.
 */
final class InheritedBodies {
  private final Types types;
  private final TypeInfo type;
  private final Annotations annotations;
  private final List<Finding> found = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private InheritedBodies(Types types, TypeInfo type) {
    this.types = types;
    this.type = type;
    this.annotations = new Annotations(types);
  }

  static List<Finding> of(Types types, TypeInfo type) {
    InheritedBodies search = new InheritedBodies(types, type);
    if (!type.isInterface() && !"java/lang/Object".equals(type.superclass())) {
      GenericType self = GenericType.of(type);
      self.interfacesOutsideJdk(types).forEach(above -> search.look(self, above));
    }
    return search.found;
  }

  private void look(GenericType self, GenericType contract) {
    if (!seen.add(contract.type().internalName())) {
      return;
    }
    for (MethodInfo method : contract.type().methods()) {
      List<String> policies = method.isVirtual() ? policies(method.annotations()) : List.of();
      if (!policies.isEmpty()) {
        look(self, contract, method, policies);
      }
    }
    contract.interfacesOutsideJdk(types).forEach(above -> look(self, above));
  }

  private void look(
      GenericType self, GenericType contract, MethodInfo method, List<String> policies) {
    GenericType owner = self;
    MethodInfo body = bodyIn(owner, contract, method);
    while (body == null && owner != null) {
      owner = isOfJdk(owner.type().superclass()) ? null : owner.superclass(types);
      body = owner == null ? null : bodyIn(owner, contract, method);
    }
    if (body == null || owner == null || owner == self) {
      return;
    }
    TypeInfo above = owner.type();
    boolean knows =
        types.isAssignable(
            "L" + above.internalName() + ";", "L" + contract.type().internalName() + ";");
    boolean hasOwn =
        !policies(body.annotations()).isEmpty() || !policies(above.annotations()).isEmpty();
    if (!knows && !hasOwn) {
      found.add(
          Finding.woven(type.name(), method.name(), body.descriptor(), policies)
              .refused(
                  "its body is in "
                      + above.name()
                      + ", which does not implement "
                      + contract.type().name()
                      + "; override it here and call super, or annotate it there"));
    }
  }

  private static boolean isOfJdk(@Nullable String superclass) {
    return superclass == null || superclass.startsWith("java/");
  }

  private @Nullable MethodInfo bodyIn(GenericType owner, GenericType contract, MethodInfo method) {
    List<String> wanted = contract.typesOf(method).parameters();
    for (MethodInfo candidate : owner.type().methods()) {
      if (candidate.name().equals(method.name())
          && candidate.isVirtual()
          && !candidate.isMadeByCompiler()
          && !candidate.isAbstract()
          && owner.typesOf(candidate).parameters().equals(wanted)) {
        return candidate;
      }
    }
    return null;
  }

  private List<String> policies(List<AnnotationInfo> source) {
    return MethodPolicies.ORDER.stream()
        .filter(policy -> annotations.find(List.of(source), policy) != null)
        .toList();
  }
}
