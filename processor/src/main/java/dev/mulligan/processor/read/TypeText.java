package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Type;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.type.TypeMirror;

/** Shows types in messages as a developer writes them: without packages and type annotations. */
final class TypeText {
  private static final TypeReader READER = new TypeReader();

  private TypeText() {}

  static String of(TypeMirror type) {
    return of(READER.read(type));
  }

  static String ofAll(List<? extends TypeMirror> types) {
    return join(READER.readAll(types));
  }

  private static String of(Type type) {
    if (type instanceof Type.Primitive primitive) {
      return primitive.keyword();
    }
    if (type instanceof Type.Array array) {
      return of(array.component()) + "[]";
    }
    if (type instanceof Type.Variable variable) {
      return variable.name();
    }
    return type instanceof Type.Wildcard wildcard ? wildcard(wildcard) : named((Type.Named) type);
  }

  private static String wildcard(Type.Wildcard type) {
    if (type.lower() != null) {
      return "? super " + of(type.lower());
    }
    return type.upper() == null ? "?" : "? extends " + of(type.upper());
  }

  private static String named(Type.Named type) {
    return type.arguments().isEmpty()
        ? type.simpleName()
        : type.simpleName() + "<" + join(type.arguments()) + ">";
  }

  private static String join(List<Type> types) {
    return types.stream().map(TypeText::of).collect(Collectors.joining(", "));
  }
}
