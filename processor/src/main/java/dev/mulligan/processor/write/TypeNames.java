package dev.mulligan.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.mulligan.processor.model.Type;
import dev.mulligan.processor.model.TypeParameter;
import java.util.List;

/** Turns the model's types into JavaPoet's. */
final class TypeNames {
  private TypeNames() {}

  static TypeName of(Type type) {
    if (type instanceof Type.Primitive primitive) {
      return primitive(primitive.keyword());
    }
    if (type instanceof Type.Array array) {
      return ArrayTypeName.of(of(array.component()));
    }
    if (type instanceof Type.Variable variable) {
      return TypeVariableName.get(variable.name());
    }
    return type instanceof Type.Wildcard wildcard ? wildcard(wildcard) : named((Type.Named) type);
  }

  static ClassName raw(Type.Named type) {
    return type.enclosing() == null
        ? ClassName.get(type.packageName(), type.simpleName())
        : raw(type.enclosing()).nestedClass(type.simpleName());
  }

  static TypeVariableName parameter(TypeParameter parameter) {
    TypeName[] bounds = all(parameter.bounds());
    // With the bounds at once JavaPoet leaves out Object, which as the first of several counts.
    return bounds.length > 1
        ? TypeVariableName.get(parameter.name()).withBounds(bounds)
        : TypeVariableName.get(parameter.name(), bounds);
  }

  private static TypeName named(Type.Named type) {
    if (type.enclosing() != null
        && of(type.enclosing()) instanceof ParameterizedTypeName enclosing) {
      return enclosing.nestedClass(type.simpleName(), List.of(all(type.arguments())));
    }
    return type.arguments().isEmpty()
        ? raw(type)
        : ParameterizedTypeName.get(raw(type), all(type.arguments()));
  }

  private static TypeName wildcard(Type.Wildcard type) {
    if (type.lower() != null) {
      return WildcardTypeName.supertypeOf(of(type.lower()));
    }
    return WildcardTypeName.subtypeOf(type.upper() == null ? ClassName.OBJECT : of(type.upper()));
  }

  private static TypeName[] all(List<Type> types) {
    return types.stream().map(TypeNames::of).toArray(TypeName[]::new);
  }

  private static TypeName primitive(String keyword) {
    return switch (keyword) {
      case "void" -> TypeName.VOID;
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "char" -> TypeName.CHAR;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      default -> throw new IllegalArgumentException("no primitive type: " + keyword);
    };
  }
}
