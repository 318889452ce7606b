package dev.mulligan.processor.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Walks the classes and interfaces above a type, in the order in which they are written. */
final class Supertypes {
  private final Tools tools;

  Supertypes(Tools tools) {
    this.tools = tools;
  }

  /** The superclasses, the nearest first, without {@code Object}. */
  static List<TypeElement> classes(TypeElement type) {
    List<TypeElement> classes = new ArrayList<>();
    TypeMirror above = type.getSuperclass();
    while (above instanceof DeclaredType declared) {
      TypeElement element = (TypeElement) declared.asElement();
      if (element.getQualifiedName().contentEquals("java.lang.Object")) {
        break;
      }
      classes.add(element);
      above = element.getSuperclass();
    }
    return classes;
  }

  /** All interfaces, also those of superclasses; the nearest first. */
  static Set<TypeElement> interfaces(TypeElement type) {
    Set<TypeElement> interfaces = new LinkedHashSet<>();
    addInterfaces(type, interfaces);
    classes(type).forEach(above -> addInterfaces(above, interfaces));
    return interfaces;
  }

  private static void addInterfaces(TypeElement type, Set<TypeElement> interfaces) {
    List<TypeElement> direct = new ArrayList<>();
    for (TypeMirror mirror : type.getInterfaces()) {
      if (mirror instanceof DeclaredType declared) {
        direct.add((TypeElement) declared.asElement());
      }
    }
    interfaces.addAll(direct);
    direct.forEach(above -> addInterfaces(above, interfaces));
  }

  /**
   * The interface methods that a method implements, or overrides if it is itself in an interface.
   */
  List<ExecutableElement> implementedBy(ExecutableElement method, TypeElement context) {
    List<ExecutableElement> implemented = new ArrayList<>();
    for (TypeElement above : interfaces(context)) {
      for (ExecutableElement candidate : ElementFilter.methodsIn(above.getEnclosedElements())) {
        if (candidate.getSimpleName().equals(method.getSimpleName())
            && tools.elements().overrides(method, candidate, context)) {
          implemented.add(candidate);
        }
      }
    }
    return implemented;
  }
}
