package dev.mulligan.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Compares a fallback with the method that it answers for.
 *
 * <p>What the class files say of both decides, as in the runtime, whether it can be called at all.
 * The type arguments are looked at once that is sure; those of generic methods cannot be compared.
 */
final class FallbackFit {
  private final Tools tools;
  private final Types types;
  private final AsyncResults async;
  private final ExecutableElement guarded;

  FallbackFit(Tools tools, AsyncResults async, ExecutableElement guarded) {
    this.tools = tools;
    this.types = tools.types();
    this.async = async;
    this.guarded = guarded;
  }

  /** Tells why the runtime could not call a method, if so. */
  Optional<String> mismatch(ExecutableElement candidate) {
    if (!hasSameParameters(candidate)) {
      return Optional.of(wantedParameters());
    }
    if (guarded.getModifiers().contains(Modifier.STATIC)
        && !candidate.getModifiers().contains(Modifier.STATIC)) {
      return Optional.of("it must be static, as the method is that it answers for");
    }
    return givesSameResult(candidate) ? Optional.empty() : Optional.of(wantedResult(candidate));
  }

  /** Tells what the caller of a method that can be called would not expect, if anything. */
  Optional<String> surprise(ExecutableElement candidate, TypeElement type) {
    Members members = new Members(tools);
    ExecutableType wanted = members.in(type, guarded);
    ExecutableType given = members.in(type, candidate);
    if (wanted.getTypeVariables().isEmpty() && given.getTypeVariables().isEmpty()) {
      if (!takes(given.getParameterTypes(), wanted.getParameterTypes())) {
        return Optional.of(wantedParameters());
      }
      if (!isVoid(wanted.getReturnType())
          && !types.isAssignable(given.getReturnType(), wanted.getReturnType())) {
        return Optional.of(wantedResult(candidate));
      }
    }
    return async.isUnderstood(guarded)
        ? Optional.empty()
        : undeclared(given.getThrownTypes(), wanted.getThrownTypes());
  }

  String wantedParameters() {
    return "its parameters must be (%s), optionally followed by an exception"
        .formatted(TypeText.ofAll(((ExecutableType) guarded.asType()).getParameterTypes()));
  }

  private String wantedResult(ExecutableElement candidate) {
    return "it gives %s, and must give %s"
        .formatted(TypeText.of(candidate.getReturnType()), TypeText.of(guarded.getReturnType()));
  }

  private boolean hasSameParameters(ExecutableElement candidate) {
    List<TypeMirror> wanted = erasedParameters(guarded);
    List<TypeMirror> given = erasedParameters(candidate);
    int more = given.size() - wanted.size();
    if (more < 0 || more > 1 || (more == 1 && !isThrowable(given.get(wanted.size())))) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!types.isSameType(wanted.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private List<TypeMirror> erasedParameters(ExecutableElement method) {
    return method.getParameters().stream().map(p -> types.erasure(p.asType())).toList();
  }

  private boolean givesSameResult(ExecutableElement candidate) {
    TypeMirror wanted = guarded.getReturnType();
    TypeMirror given = candidate.getReturnType();
    if (isVoid(wanted) || isVoid(given)) {
      return isVoid(wanted);
    }
    // Between primitives there is a conversion in the language, but none in the class file.
    boolean primitive = wanted.getKind().isPrimitive() || given.getKind().isPrimitive();
    return primitive
        ? types.isSameType(wanted, given)
        : types.isSubtype(types.erasure(given), types.erasure(wanted));
  }

  private boolean takes(List<? extends TypeMirror> given, List<? extends TypeMirror> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      if (!types.isAssignable(wanted.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> undeclared(
      List<? extends TypeMirror> thrown, List<? extends TypeMirror> declared) {
    return thrown.stream()
        .filter(t -> !isA(t, RuntimeException.class) && !isA(t, Error.class))
        .filter(t -> declared.stream().noneMatch(d -> types.isSubtype(t, d)))
        .findFirst()
        .map(
            t ->
                "it throws %s, which the method that it answers for does not declare"
                    .formatted(TypeText.of(t)));
  }

  private boolean isThrowable(TypeMirror type) {
    return isA(type, Throwable.class);
  }

  private boolean isA(TypeMirror type, Class<?> above) {
    return types.isSubtype(type, tools.elements().getTypeElement(above.getName()).asType());
  }

  private static boolean isVoid(TypeMirror type) {
    return type.getKind() == TypeKind.VOID;
  }
}
