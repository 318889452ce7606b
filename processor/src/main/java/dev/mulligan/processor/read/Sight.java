package dev.mulligan.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Tells which types the wrapper of a type can see: another class in the same package. */
final class Sight {
  private final TypeElement wrapped;

  Sight(TypeElement wrapped) {
    this.wrapped = wrapped;
  }

  /** Tells whether the wrapper can mention a type. */
  boolean reaches(TypeElement type) {
    boolean here = Names.packageOf(type).equals(Names.packageOf(wrapped));
    for (Element outer = type; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      boolean seen =
          here ? !outer.getModifiers().contains(Modifier.PRIVATE) : isSeenElsewhere(outer);
      if (!seen) {
        return false;
      }
    }
    return true;
  }

  private boolean isSeenElsewhere(Element type) {
    return type.getModifiers().contains(Modifier.PUBLIC)
        || (type.getModifiers().contains(Modifier.PROTECTED)
            && Stream.concat(Stream.of(wrapped), Supertypes.classes(wrapped).stream())
                .anyMatch(above -> above.equals(type.getEnclosingElement())));
  }

  /** Finds a type in the header of a method or constructor that the wrapper cannot mention. */
  Optional<TypeElement> hiddenIn(ExecutableElement member) {
    return Stream.of(
            Stream.of(member.getReturnType()),
            member.getParameters().stream().map(VariableElement::asType),
            member.getThrownTypes().stream(),
            member.getTypeParameters().stream().flatMap(p -> p.getBounds().stream()))
        .flatMap(types -> types)
        .flatMap(type -> hidden(type).stream())
        .findFirst();
  }

  /** The same of a member with the type arguments that it has in a subtype. */
  Optional<TypeElement> hiddenIn(ExecutableElement member, ExecutableType as) {
    return hiddenIn(member)
        .or(() -> hidden(as.getReturnType()))
        .or(() -> hiddenAmong(as.getParameterTypes()))
        .or(() -> hiddenAmong(as.getThrownTypes()));
  }

  /** Finds a bound of the wrapped type's own parameters that the wrapper cannot mention. */
  Optional<TypeElement> hiddenBound() {
    return wrapped.getTypeParameters().stream()
        .map(TypeParameterElement::getBounds)
        .flatMap(bounds -> hiddenAmong(bounds).stream())
        .findFirst();
  }

  private Optional<TypeElement> hiddenAmong(List<? extends TypeMirror> types) {
    return types.stream().flatMap(type -> hidden(type).stream()).findFirst();
  }

  private Optional<TypeElement> hidden(@Nullable TypeMirror type) {
    if (type instanceof ArrayType array) {
      return hidden(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return hidden(wildcard.getExtendsBound()).or(() -> hidden(wildcard.getSuperBound()));
    }
    // What does not exist is found by whoever writes it down.
    if (!(type instanceof DeclaredType declared) || type.getKind() == TypeKind.ERROR) {
      return Optional.empty();
    }
    TypeElement element = (TypeElement) declared.asElement();
    return reaches(element)
        ? hidden(declared.getEnclosingType()).or(() -> hiddenAmong(declared.getTypeArguments()))
        : Optional.of(element);
  }
}
