package dev.mulligan.agent.weave;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;

/**
 * Finds the methods that a fallback's name may mean, as the runtime does: those of the class, or
 * else of its nearest superclass that has any, or else of its interfaces.
 */
final class FallbackSearch {
  private FallbackSearch() {}

  static List<MethodDescription> named(TypeDescription type, String name) {
    for (TypeDefinition above : type) {
      List<MethodDescription> found = ownNamed(above, name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    Map<String, MethodDescription> inherited = new LinkedHashMap<>();
    for (TypeDefinition above : type) {
      ofInterfaces(above, name, inherited);
    }
    return List.copyOf(inherited.values());
  }

  /** The nearest first, so that a method that overrides another comes before it. */
  private static void ofInterfaces(
      TypeDefinition type, String name, Map<String, MethodDescription> found) {
    for (TypeDescription.Generic above : type.getInterfaces()) {
      for (MethodDescription candidate : ownNamed(above.asErasure(), name)) {
        if (!candidate.isStatic() && !candidate.isPrivate()) {
          found.putIfAbsent(candidate.getDescriptor(), candidate);
        }
      }
    }
    type.getInterfaces().forEach(above -> ofInterfaces(above, name, found));
  }

  private static List<MethodDescription> ownNamed(TypeDefinition type, String name) {
    List<MethodDescription> found = new ArrayList<>();
    for (MethodDescription candidate : type.getDeclaredMethods()) {
      if (candidate.getName().equals(name) && !candidate.isBridge()) {
        found.add(candidate);
      }
    }
    return found;
  }
}
