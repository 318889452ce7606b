package dev.mulligan.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The names that generated classes and their constants get. Not thread-safe. */
final class Names {
  private static final String PREFIX = "Resilient";
  private static final String GUARD = "dev.mulligan.runtime.guard.Guard";
  private static final String GENERATOR = "dev.mulligan.processor.MulliganProcessor";

  private final Set<String> constants = new HashSet<>();

  /** Names a wrapper: {@code ResilientPayments}, or {@code ResilientOuter_Inner} of a member. */
  static String wrapper(TypeElement type) {
    StringBuilder name = new StringBuilder(type.getSimpleName());
    Element outer = type.getEnclosingElement();
    while (outer instanceof TypeElement) {
      name.insert(0, outer.getSimpleName() + "_");
      outer = outer.getEnclosingElement();
    }
    return name.insert(0, PREFIX).toString();
  }

  /**
   * Tells whether a type is a wrapper: by what it is called and what it wraps, and because it was
   * written by us or has a guard, as the agent does. People like the name, too.
   */
  static boolean isWrapper(TypeElement type) {
    if (!type.getSimpleName().toString().startsWith(PREFIX)
        || !(isGenerated(type) || hasGuard(type))) {
      return false;
    }
    return wraps(type, type.getSuperclass())
        || type.getInterfaces().stream().anyMatch(wrapped -> wraps(type, wrapped));
  }

  private static boolean isGenerated(TypeElement type) {
    Generated generated = type.getAnnotation(Generated.class);
    return generated != null && List.of(generated.value()).contains(GENERATOR);
  }

  private static boolean hasGuard(TypeElement type) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getModifiers().contains(Modifier.PRIVATE))
        .filter(field -> field.getModifiers().contains(Modifier.STATIC))
        .anyMatch(field -> field.asType().toString().equals(GUARD));
  }

  private static boolean wraps(TypeElement type, TypeMirror wrapped) {
    return wrapped instanceof DeclaredType declared
        && type.getSimpleName().contentEquals(wrapper((TypeElement) declared.asElement()))
        && packageOf(type).equals(packageOf(declared.asElement()));
  }

  /** The package that a declaration is in. */
  static PackageElement packageOf(Element element) {
    Element outer = element;
    while (!(outer instanceof PackageElement)) {
      outer = Objects.requireNonNull(outer.getEnclosingElement());
    }
    return (PackageElement) outer;
  }

  /** Names the guard of a method: {@code PAY_ALL}, and {@code PAY_ALL_2} for the next one. */
  String constant(String method) {
    String upper = method.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    String name = upper;
    for (int i = 2; !constants.add(name); i++) {
      name = upper + "_" + i;
    }
    return name;
  }
}
