package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Why there can be no wrapper of a type.
 *
 * @param diagnostic what to report
 * @param message what is in the way, and what to do about it
 */
record TypeObstacle(Diagnostic diagnostic, String message) {
  private static final String OR_WEAVE = ", or weave it with the agent";

  static Optional<TypeObstacle> of(TypeElement type) {
    return extension(type)
        .or(() -> access(type))
        .or(() -> mention(type))
        .or(() -> construction(type));
  }

  private static Optional<TypeObstacle> extension(TypeElement type) {
    if (type.getKind() == ElementKind.RECORD || type.getKind() == ElementKind.ENUM) {
      return obstacle(
          Diagnostic.FINAL_TYPE,
          "no wrapper can extend "
              + (type.getKind() == ElementKind.RECORD ? "a record" : "an enum")
              + "; annotate the interface that it implements, or weave it with the agent");
    }
    if (type.getModifiers().contains(Modifier.FINAL)) {
      return obstacle(
          Diagnostic.FINAL_TYPE,
          "no wrapper can extend a final class; make it non-final" + OR_WEAVE);
    }
    return type.getModifiers().contains(Modifier.SEALED)
        ? obstacle(
            Diagnostic.FINAL_TYPE,
            "a sealed type does not permit a wrapper; make it non-sealed" + OR_WEAVE)
        : Optional.empty();
  }

  private static Optional<TypeObstacle> access(TypeElement type) {
    for (Element outer = type; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      if (outer.getModifiers().contains(Modifier.PRIVATE)) {
        return obstacle(
            Diagnostic.PRIVATE_TYPE,
            "no wrapper can see a private type; make it non-private" + OR_WEAVE);
      }
      if (outer.getEnclosingElement() instanceof TypeElement
          && !outer.getModifiers().contains(Modifier.STATIC)) {
        return obstacle(
            Diagnostic.INNER_CLASS,
            "a wrapper of an inner class has no object around it; make it static" + OR_WEAVE);
      }
    }
    return Optional.empty();
  }

  /** What the wrapper has to repeat, whatever it guards. */
  private static Optional<TypeObstacle> mention(TypeElement type) {
    Sight sight = new Sight(type);
    return sight
        .hiddenBound()
        .or(() -> type.getKind().isInterface() ? hiddenInMethods(type, sight) : Optional.empty())
        .map(
            hidden ->
                new TypeObstacle(
                    Diagnostic.PRIVATE_TYPE,
                    "no wrapper can see %s, which it would have to mention; make that type non-private"
                            .formatted(hidden.getSimpleName())
                        + OR_WEAVE));
  }

  private static Optional<TypeElement> hiddenInMethods(TypeElement type, Sight sight) {
    return Stream.concat(Stream.of(type), Supertypes.interfaces(type).stream())
        .flatMap(above -> Members.declared(above).stream())
        .filter(method -> !method.getModifiers().contains(Modifier.PRIVATE))
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .flatMap(method -> sight.hiddenIn(method).stream())
        .findFirst();
  }

  private static Optional<TypeObstacle> construction(TypeElement type) {
    return type.getKind().isClass() && visibleConstructors(type).isEmpty()
        ? obstacle(
            Diagnostic.NO_CONSTRUCTOR,
            "a wrapper needs a constructor that is not private, nor has private types; add one"
                + OR_WEAVE)
        : Optional.empty();
  }

  static List<ExecutableElement> visibleConstructors(TypeElement type) {
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
        .filter(constructor -> !constructor.getModifiers().contains(Modifier.PRIVATE))
        .filter(constructor -> new Sight(type).hiddenIn(constructor).isEmpty())
        .toList();
  }

  private static Optional<TypeObstacle> obstacle(Diagnostic diagnostic, String message) {
    return Optional.of(new TypeObstacle(diagnostic, message));
  }
}
