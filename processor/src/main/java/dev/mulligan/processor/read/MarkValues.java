package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Mark;
import dev.mulligan.processor.model.Mark.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Turns annotations and their values into the model's. A value is null if it mentions a type that
 * the wrapper cannot see.
 */
final class MarkValues extends SimpleAnnotationValueVisitor14<@Nullable Value, Void> {
  private final TypeReader types = new TypeReader();
  private final PackageElement from;

  /**
   * Creates a reader.
   *
   * @param from the package that the wrapper is in
   */
  MarkValues(PackageElement from) {
    this.from = from;
  }

  /** Reads an annotation with the attributes that were written; empty if it cannot be repeated. */
  Optional<Mark> mark(AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (UnresolvedValues.isUnknown(entry.getValue())) {
        return Optional.empty();
      }
      Value value = visit(entry.getValue());
      if (value == null) {
        return Optional.empty();
      }
      values.put(entry.getKey().getSimpleName().toString(), value);
    }
    return isVisible(type) ? Optional.of(new Mark(types.raw(type), values)) : Optional.empty();
  }

  @Override
  protected Value defaultAction(Object value, Void nothing) {
    return new Value.Literal(value);
  }

  @Override
  public @Nullable Value visitEnumConstant(VariableElement constant, Void nothing) {
    TypeElement type = (TypeElement) Objects.requireNonNull(constant.getEnclosingElement());
    return isVisible(type)
        ? new Value.Constant(types.raw(type), constant.getSimpleName().toString())
        : null;
  }

  @Override
  public @Nullable Value visitType(TypeMirror type, Void nothing) {
    TypeMirror element = type;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
    }
    boolean visible = !(element instanceof DeclaredType d) || isVisible(d.asElement());
    return visible ? new Value.ClassLiteral(types.read(type)) : null;
  }

  @Override
  public @Nullable Value visitAnnotation(AnnotationMirror annotation, Void nothing) {
    return mark(annotation).map(Value.Nested::new).orElse(null);
  }

  @Override
  public @Nullable Value visitArray(List<? extends AnnotationValue> values, Void nothing) {
    List<Value> elements = new ArrayList<>();
    for (AnnotationValue each : values) {
      Value element = visit(each);
      if (element == null) {
        return null;
      }
      elements.add(element);
    }
    return new Value.Several(elements);
  }

  private boolean isVisible(Element type) {
    boolean here = Names.packageOf(type).equals(from);
    for (Element outer = type; outer instanceof TypeElement; outer = outer.getEnclosingElement()) {
      boolean seen =
          here
              ? !outer.getModifiers().contains(Modifier.PRIVATE)
              : outer.getModifiers().contains(Modifier.PUBLIC);
      if (!seen) {
        return false;
      }
    }
    return true;
  }
}
