package dev.mulligan.processor.read;

import dev.mulligan.annotations.Retry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds policies that mention what does not exist yet, such as an exception that another processor
 * is to write.
 */
public final class UnresolvedValues {
  private static final String POLICIES = Retry.class.getPackageName() + ".";

  /** How the compiler shows a value that it does not understand; a text would be in quotes. */
  private static final String ERRONEOUS = "<error>";

  private UnresolvedValues() {}

  /**
   * Tells whether a policy that may apply to a type's methods, or an annotation of a constructor,
   * has a value that is not known.
   */
  public static boolean areIn(TypeElement type) {
    if (ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .anyMatch(UnresolvedValues::areOnConstructor)) {
      return true;
    }
    List<TypeElement> all = new ArrayList<>(List.of(type));
    all.addAll(Supertypes.classes(type));
    all.addAll(Supertypes.interfaces(type));
    Set<Element> seen = new HashSet<>();
    return all.stream()
        .anyMatch(
            each ->
                areOn(each, seen)
                    || Members.declared(each).stream().anyMatch(method -> areOn(method, seen)));
  }

  /** The annotations of a constructor are repeated by the wrapper. */
  private static boolean areOnConstructor(ExecutableElement constructor) {
    return Stream.concat(Stream.of(constructor), constructor.getParameters().stream())
        .flatMap(element -> element.getAnnotationMirrors().stream())
        .anyMatch(
            mirror ->
                mirror.getElementValues().values().stream().anyMatch(UnresolvedValues::isUnknown));
  }

  /** Tells whether a value is one that the compiler does not know, or has one. */
  static boolean isUnknown(AnnotationValue value) {
    if (value.getValue() instanceof List<?> several) {
      return several.stream().anyMatch(each -> isUnknown((AnnotationValue) each));
    }
    return value.getValue() instanceof TypeMirror type
        ? type.getKind() == TypeKind.ERROR
        : value.toString().equals(ERRONEOUS);
  }

  private static boolean areOn(Element element, Set<Element> seen) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      String name = type.getQualifiedName().toString();
      boolean unknown =
          name.startsWith(POLICIES)
              ? mirror.getElementValues().values().stream().anyMatch(UnresolvedValues::isUnknown)
              : !name.startsWith("java.") && seen.add(type) && areOn(type, seen);
      if (unknown) {
        return true;
      }
    }
    return false;
  }
}
