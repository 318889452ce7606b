package dev.mulligan.processor.read;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Shows types by binary names, as reflection does: {@code java.util.List<com.shop.Cart$Line>}. */
final class BinaryText {
  private final Tools tools;

  BinaryText(Tools tools) {
    this.tools = tools;
  }

  /** A type with its arguments; a type variable is what it extends. */
  String of(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return of(array.getComponentType()) + "[]";
    }
    if (type instanceof TypeVariable) {
      return of(tools.types().erasure(type));
    }
    if (type instanceof WildcardType wildcard) {
      return wildcard(wildcard);
    }
    return type instanceof DeclaredType declared ? declared(declared) : plain(type);
  }

  /** The type in the class file. */
  String erased(TypeMirror type) {
    return of(tools.types().erasure(type));
  }

  private String declared(DeclaredType type) {
    String name = tools.location((TypeElement) type.asElement());
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    return arguments.isEmpty()
        ? name
        : arguments.stream().map(this::of).collect(Collectors.joining(",", name + "<", ">"));
  }

  private String wildcard(WildcardType type) {
    return bound("? extends ", type.getExtendsBound())
        + bound("? super ", type.getSuperBound())
        + (type.getExtendsBound() == null && type.getSuperBound() == null ? "?" : "");
  }

  private String bound(String kind, @Nullable TypeMirror bound) {
    return bound == null ? "" : kind + of(bound);
  }

  /** A primitive type or void, without annotations of types. */
  private static String plain(TypeMirror type) {
    return type.getKind().name().toLowerCase(Locale.ROOT);
  }
}
