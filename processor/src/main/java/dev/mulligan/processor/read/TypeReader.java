package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Type;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.NoType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import org.jspecify.annotations.Nullable;

/** Turns the compiler's types into the model's. */
final class TypeReader extends SimpleTypeVisitor14<Type, Void> {
  Type read(TypeMirror type) {
    return visit(type);
  }

  List<Type> readAll(List<? extends TypeMirror> types) {
    return types.stream().map(this::visit).toList();
  }

  /** Reads an erased type; Eclipse's compiler keeps the arguments of what is around it. */
  Type readErased(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return new Type.Array(readErased(array.getComponentType()));
    }
    return type instanceof DeclaredType declared && type.getKind() != TypeKind.ERROR
        ? raw((TypeElement) declared.asElement())
        : visit(type);
  }

  /** A type without its arguments, as in a class literal. */
  Type.Named raw(TypeElement type) {
    return named(type, enclosing(type), List.of());
  }

  @Override
  public Type visitPrimitive(PrimitiveType type, Void nothing) {
    return new Type.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Type visitNoType(NoType type, Void nothing) {
    return new Type.Primitive("void");
  }

  @Override
  public Type visitArray(ArrayType type, Void nothing) {
    return new Type.Array(visit(type.getComponentType()));
  }

  @Override
  public Type visitTypeVariable(TypeVariable type, Void nothing) {
    return new Type.Variable(type.asElement().getSimpleName().toString());
  }

  @Override
  public Type visitWildcard(WildcardType type, Void nothing) {
    return new Type.Wildcard(readOrNull(type.getExtendsBound()), readOrNull(type.getSuperBound()));
  }

  @Override
  public Type visitDeclared(DeclaredType type, Void nothing) {
    return declared(type);
  }

  Type.Named declared(DeclaredType type) {
    // What a class file mentions is no error until somebody looks for it.
    if (type.getKind() == TypeKind.ERROR) {
      throw new UnresolvedTypeException(type.toString());
    }
    TypeElement element = (TypeElement) type.asElement();
    // Eclipse's compiler gives an enclosing type with arguments to static members as well.
    Type.Named enclosing =
        isInner(element) && type.getEnclosingType() instanceof DeclaredType outer
            ? declared(outer)
            : enclosing(element);
    return named(element, enclosing, readAll(type.getTypeArguments()));
  }

  @Override
  public Type visitError(ErrorType type, Void nothing) {
    throw new UnresolvedTypeException(type.toString());
  }

  @Override
  protected Type defaultAction(TypeMirror type, Void nothing) {
    throw new IllegalArgumentException(type.getKind() + " " + type + " cannot be written");
  }

  private static boolean isInner(TypeElement type) {
    return type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.STATIC);
  }

  private Type.@Nullable Named enclosing(TypeElement type) {
    return type.getEnclosingElement() instanceof TypeElement outer ? raw(outer) : null;
  }

  private static Type.Named named(
      TypeElement type, Type.@Nullable Named enclosing, List<Type> arguments) {
    return new Type.Named(
        Names.packageOf(type).getQualifiedName().toString(),
        enclosing,
        type.getSimpleName().toString(),
        arguments);
  }

  private @Nullable Type readOrNull(@Nullable TypeMirror type) {
    return type == null ? null : visit(type);
  }
}
