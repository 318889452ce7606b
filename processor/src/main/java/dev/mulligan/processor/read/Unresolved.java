package dev.mulligan.processor.read;

import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds types that mention what does not exist yet, because it is yet to be written. */
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

  /** Tells the same of what is above a type and is being compiled. */
  public static boolean isAbove(TypeElement type, Sources sources) {
    return Stream.concat(Supertypes.classes(type).stream(), Supertypes.interfaces(type).stream())
        .anyMatch(above -> sources.contain(above) && isIn(above));
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
    if (type instanceof WildcardType wildcard) {
      return isInBound(wildcard.getExtendsBound()) || isInBound(wildcard.getSuperBound());
    }
    return type instanceof DeclaredType declared && isIn(declared.getTypeArguments());
  }

  private static boolean isInBound(@Nullable TypeMirror bound) {
    return bound != null && isIn(bound);
  }
}
