package dev.mulligan.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Finds the methods that a fallback's name may mean, as the runtime does: those of the class, or
 * else of its nearest superclass that has any, or else of its interfaces.
 */
final class FallbackSearch {
  private final Tools tools;

  FallbackSearch(Tools tools) {
    this.tools = tools;
  }

  List<ExecutableElement> named(TypeElement type, String name) {
    TypeElement above = type;
    while (above != null) {
      List<ExecutableElement> found = ownNamed(above, name);
      if (!found.isEmpty()) {
        return found;
      }
      above =
          above.getSuperclass() instanceof DeclaredType declared
              ? (TypeElement) declared.asElement()
              : null;
    }
    return ofInterfaces(type, name);
  }

  private static List<ExecutableElement> ownNamed(TypeElement type, String name) {
    return Members.declared(type).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
  }

  private List<ExecutableElement> ofInterfaces(TypeElement type, String name) {
    List<ExecutableElement> all = new ArrayList<>();
    for (TypeElement above : Supertypes.interfaces(type)) {
      ownNamed(above, name).stream().filter(FallbackSearch::isInherited).forEach(all::add);
    }
    return all.stream().filter(m -> all.stream().noneMatch(o -> overrides(o, m, type))).toList();
  }

  private static boolean isInherited(ExecutableElement method) {
    return !method.getModifiers().contains(Modifier.STATIC)
        && !method.getModifiers().contains(Modifier.PRIVATE);
  }

  private boolean overrides(ExecutableElement one, ExecutableElement other, TypeElement type) {
    return !one.equals(other) && tools.elements().overrides(one, other, type);
  }
}
