package dev.mulligan.processor.read;

import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.annotations.Retry;
import dev.mulligan.processor.diagnostic.Diagnostic;
import java.util.List;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Checks the classes that the runtime will create, named by {@code custom} and {@code onResult}.
 */
final class CreatedClasses {
  /** The values that stand for "none"; nobody creates them. */
  private static final List<String> NONE =
      List.of(CustomBackoff.class.getName(), Retry.NoResult.class.getCanonicalName());

  private final Tools tools;

  CreatedClasses(Tools tools) {
    this.tools = tools;
  }

  void check(Found found) {
    found
        .annotation()
        .getElementValues()
        .forEach((attribute, value) -> check(found, attribute, value));
  }

  private void check(Found found, ExecutableElement attribute, AnnotationValue value) {
    if (value.getValue() instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && !NONE.contains(type.getQualifiedName().toString())
        && !canBeCreated(type)) {
      String name = attribute.getSimpleName().toString();
      tools
          .reporter()
          .report(
              Diagnostic.BAD_CLASS,
              found.place(name),
              found.location(),
              "@%s(%s = %s): must be a class that can be created: static, not abstract, with a constructor without parameters that is not private"
                  .formatted(found.policy(), name, tools.location(type)));
    }
  }

  private static boolean canBeCreated(TypeElement type) {
    boolean inner =
        type.getNestingKind() == NestingKind.MEMBER
            && !type.getModifiers().contains(Modifier.STATIC);
    return (type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD)
        && !inner
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                constructor ->
                    constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
  }
}
