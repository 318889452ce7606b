package dev.mulligan.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds types that mention what does not exist yet, because another wrapper is to be written. */
public final class Unresolved {
  private Unresolved() {}

  /** Tells whether the header of a type, or of one of its methods, mentions an unknown type. */
  public static boolean isIn(TypeElement type) {
    return isIn(type.getSuperclass())
        || isIn(type.getInterfaces())
        || type.getTypeParameters().stream().anyMatch(Unresolved::isIn)
        || ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(Unresolved::isIn)
        || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(Unresolved::isIn);
  }

  private static boolean isIn(ExecutableElement member) {
    return isIn(member.getReturnType())
        || isIn(member.getThrownTypes())
        || isIn(member.getParameters().stream().map(VariableElement::asType).toList())
        || member.getTypeParameters().stream().anyMatch(Unresolved::isIn);
  }

  private static boolean isIn(TypeParameterElement parameter) {
    return isIn(parameter.getBounds());
  }

  private static boolean isIn(List<? extends TypeMirror> types) {
    return types.stream().anyMatch(Unresolved::isIn);
  }

  private static boolean isIn(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isIn(array.getComponentType());
    }
    return type instanceof DeclaredType declared && isIn(declared.getTypeArguments());
  }
}
