package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.AnnotationInfo;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the policies of a class's methods from its class file. */
final class PolicyReader {
  private final Types types;
  private final TypeInfo type;
  private final FilePolicies file;
  private final Annotations annotations;

  PolicyReader(Types types, TypeInfo type, FilePolicies file) {
    this.types = types;
    this.type = type;
    this.file = file;
    this.annotations = new Annotations(types);
  }

  /**
   * Finds the annotations that apply to a method: its own, then for public methods those of its
   * class, then those of the interface methods that it implements, then those that stand on other
   * annotations of any of these. The first of each kind wins. A method without any gets what the
   * policy file has for it.
   *
   * @throws IllegalArgumentException if the file leaves open which policy is meant
   */
  MethodPolicyText policiesOf(MethodInfo method) {
    List<List<AnnotationInfo>> sources = new ArrayList<>();
    sources.add(method.annotations());
    if (isReachedByClass(method)) {
      sources.add(type.annotations());
    }
    for (MethodInfo implemented : implementedBy(method)) {
      sources.add(implemented.annotations());
    }
    Map<String, Map<String, String>> written = new LinkedHashMap<>();
    Map<String, Map<String, String>> inGuard = new LinkedHashMap<>();
    for (String policy : MethodPolicies.ORDER) {
      AnnotationInfo annotation = annotations.find(sources, policy);
      if (annotation != null) {
        written.put(policy, annotation.values());
        inGuard.put(policy, annotations.valuesOf(annotation));
      }
    }
    return written.isEmpty() ? file.of(method) : new MethodPolicyText(written, inGuard, null);
  }

  private boolean isReachedByClass(MethodInfo method) {
    return method.isPublic() && !type.isAnnotation() && !OfEveryObject.is(type, method);
  }

  private List<MethodInfo> implementedBy(MethodInfo method) {
    return method.isVirtual() ? ImplementedMethods.of(types, type, method) : List.of();
  }

  /** The parameter's own annotation of a kind, or that of an interface method's parameter. */
  @Nullable AnnotationInfo onParameter(MethodInfo method, int index, String annotation) {
    AnnotationInfo found = Annotations.direct(method.annotationsOf(index), annotation);
    for (MethodInfo implemented : implementedBy(method)) {
      if (found == null) {
        found = Annotations.direct(implemented.annotationsOf(index), annotation);
      }
    }
    return found;
  }

  TypeInfo type() {
    return type;
  }

  Types types() {
    return types;
  }
}
