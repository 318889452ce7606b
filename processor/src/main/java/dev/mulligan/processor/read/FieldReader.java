package dev.mulligan.processor.read;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Lists what the values of a type hold: fields, record components, constants of an enum. */
final class FieldReader {
  /** A graph of types that never ends, or nearly so, is nobody's argument. */
  private static final int MOST_TYPES = 200;

  private static final List<String> LIBRARIES = List.of("java.", "javax.", "jdk.", "kotlin.");

  private final Tools tools;
  private final BinaryText text;

  FieldReader(Tools tools) {
    this.tools = tools;
    this.text = new BinaryText(tools);
  }

  /**
   * Adds a type, and all that its values hold.
   *
   * @param type the type
   * @param types fields by binary name of the type, then by name
   */
  void add(TypeMirror type, SortedMap<String, SortedMap<String, String>> types) {
    if (type instanceof ArrayType array) {
      add(array.getComponentType(), types);
    } else if (type instanceof DeclaredType declared) {
      declared.getTypeArguments().forEach(argument -> add(argument, types));
      add((TypeElement) declared.asElement(), types);
    } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      add(wildcard.getExtendsBound(), types);
    } else if (type instanceof TypeVariable variable) {
      add(tools.types().erasure(variable), types);
    }
  }

  private void add(TypeElement type, SortedMap<String, SortedMap<String, String>> types) {
    String name = tools.location(type);
    if (types.containsKey(name)
        || types.size() == MOST_TYPES
        || LIBRARIES.stream().anyMatch(name::startsWith)) {
      return;
    }
    SortedMap<String, String> fields = new TreeMap<>();
    types.put(name, fields);
    for (TypeElement holder = type; holder != null; holder = above(holder)) {
      for (Element member : holder.getEnclosedElements()) {
        if (member instanceof VariableElement field && isHeld(field, type)) {
          fields.putIfAbsent(field.getSimpleName().toString(), text.of(field.asType()));
          add(field.asType(), types);
        }
      }
    }
  }

  /** Of an enum, a letter holds the name of the constant. */
  private static boolean isHeld(VariableElement field, TypeElement type) {
    return type.getKind() == ElementKind.ENUM
        ? field.getKind() == ElementKind.ENUM_CONSTANT
        : field.getKind() == ElementKind.FIELD
            && !field.getModifiers().contains(Modifier.STATIC)
            && !field.getModifiers().contains(Modifier.TRANSIENT);
  }

  private static @Nullable TypeElement above(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement above
            && LIBRARIES.stream().noneMatch(above.getQualifiedName().toString()::startsWith)
        ? above
        : null;
  }
}
