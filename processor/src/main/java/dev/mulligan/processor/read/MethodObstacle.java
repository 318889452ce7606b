package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Why a wrapper cannot guard a method.
 *
 * @param diagnostic what to report
 * @param adjective what the method is
 * @param advice what to do about it
 */
record MethodObstacle(Diagnostic diagnostic, String adjective, String advice) {
  private static final String OR_WEAVE = ", or weave it with the agent";

  static Optional<MethodObstacle> of(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      return obstacle(Diagnostic.PRIVATE_METHOD, "private", "make it non-private" + OR_WEAVE);
    }
    if (modifiers.contains(Modifier.STATIC)) {
      return obstacle(Diagnostic.STATIC_METHOD, "static", "make it non-static" + OR_WEAVE);
    }
    if (modifiers.contains(Modifier.FINAL)) {
      return obstacle(Diagnostic.FINAL_METHOD, "final", "make it non-final" + OR_WEAVE);
    }
    if (hasNoBody(method)) {
      return obstacle(
          Diagnostic.ABSTRACT_METHOD,
          "abstract",
          "annotate the methods that implement it, or declare it in an interface");
    }
    TypeElement declaring = Members.declaring(method);
    // Whatever implements an interface has all of its methods: there the type is the obstacle.
    return declaring.getKind().isInterface()
        ? Optional.empty()
        : new Sight(declaring).hiddenIn(method).map(MethodObstacle::hidden);
  }

  /** Tells whether the method is an abstract one of a class; those of interfaces are delegated. */
  static boolean hasNoBody(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT)
        && Members.declaring(method).getKind().isClass();
  }

  private static MethodObstacle hidden(TypeElement type) {
    return new MethodObstacle(
        Diagnostic.PRIVATE_TYPE,
        "of a type that no wrapper can see, " + type.getSimpleName(),
        "make that type non-private" + OR_WEAVE);
  }

  private static Optional<MethodObstacle> obstacle(
      Diagnostic diagnostic, String adjective, String advice) {
    return Optional.of(new MethodObstacle(diagnostic, adjective, advice));
  }
}
