package dev.mulligan.processor.lint;

import dev.mulligan.processor.read.Tools;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Recognises types by the names of what they are or extend. */
final class TypesByName {
  private final Tools tools;

  TypesByName(Tools tools) {
    this.tools = tools;
  }

  /** Finds the name, of those given, that a type has or inherits. */
  Optional<String> find(TypeMirror type, Set<String> names) {
    TypeMirror erased = tools.types().erasure(type);
    if (!(erased instanceof DeclaredType declared)) {
      return erased instanceof ArrayType array
          ? find(array.getComponentType(), names)
          : Optional.empty();
    }
    String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    if (names.contains(name)) {
      return Optional.of(name);
    }
    return tools.types().directSupertypes(erased).stream()
        .flatMap(above -> find(above, names).stream())
        .findFirst();
  }
}
