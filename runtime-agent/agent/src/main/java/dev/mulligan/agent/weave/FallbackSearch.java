package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.GenericType;
import dev.mulligan.agent.types.GenericType.MethodTypes;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the methods that a fallback's name may mean, as the runtime does: those of the class, or
 * else of its nearest superclass that has any, or else of its interfaces.
 */
final class FallbackSearch {
  private FallbackSearch() {}

  static List<Candidate> named(Types types, TypeInfo type, String name) {
    GenericType own = GenericType.of(type);
    for (GenericType above = own; above != null; above = above.superclass(types)) {
      List<Candidate> found = ownNamed(above, name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    Map<String, Candidate> inherited = new LinkedHashMap<>();
    for (GenericType above = own; above != null; above = above.superclass(types)) {
      ofInterfaces(types, above, name, inherited);
    }
    return List.copyOf(inherited.values());
  }

  /** The nearest first, so that a method that overrides another comes before it. */
  private static void ofInterfaces(
      Types types, GenericType type, String name, Map<String, Candidate> found) {
    List<GenericType> interfaces = type.interfaces(types);
    for (GenericType above : interfaces) {
      for (Candidate candidate : ownNamed(above, name)) {
        if (candidate.method().isVirtual()) {
          found.putIfAbsent(candidate.method().descriptor(), candidate);
        }
      }
    }
    for (GenericType above : interfaces) {
      ofInterfaces(types, above, name, found);
    }
  }

  private static List<Candidate> ownNamed(GenericType type, String name) {
    List<Candidate> found = new ArrayList<>();
    for (MethodInfo method : type.type().methods()) {
      if (method.name().equals(name) && !method.isBridge()) {
        found.add(new Candidate(method, type.typesOf(method)));
      }
    }
    return found;
  }

  /**
   * A method that may be meant.
   *
   * @param types its types as the class sees them that inherits it
   */
  record Candidate(MethodInfo method, MethodTypes types) {}
}
