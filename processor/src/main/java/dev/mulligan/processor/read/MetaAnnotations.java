package dev.mulligan.processor.read;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Tells whether annotations are, or carry, others. */
final class MetaAnnotations {
  private MetaAnnotations() {}

  /** Finds the annotation of an element that is, or carries at any depth, one of those named. */
  static Optional<AnnotationMirror> find(Element element, Collection<String> names) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isOrCarries(mirror, names)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** Tells whether an annotation is, or carries at any depth, one of those named. */
  static boolean isOrCarries(AnnotationMirror mirror, Collection<String> names) {
    return isOrCarries(mirror, names, new HashSet<>());
  }

  private static boolean isOrCarries(
      AnnotationMirror mirror, Collection<String> names, Set<Element> seen) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return names.contains(type.getQualifiedName().toString())
        || (seen.add(type)
            && type.getAnnotationMirrors().stream()
                .anyMatch(above -> isOrCarries(above, names, seen)));
  }
}
