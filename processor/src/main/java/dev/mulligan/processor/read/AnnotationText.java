package dev.mulligan.processor.read;

import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Turns annotation values into the text that the runtime reads. */
final class AnnotationText extends SimpleAnnotationValueVisitor14<String, Void> {
  private final Elements elements;

  AnnotationText(Elements elements) {
    this.elements = elements;
  }

  /** Reads the attributes that were written, in their order. */
  Map<String, String> of(AnnotationMirror annotation) {
    Map<String, String> values = new LinkedHashMap<>();
    annotation
        .getElementValues()
        .forEach(
            (attribute, value) ->
                values.put(
                    attribute.getSimpleName().toString(),
                    UnresolvedValues.isUnknown(value) ? MethodPolicies.UNKNOWN : visit(value)));
    return values;
  }

  @Override
  protected String defaultAction(Object value, Void nothing) {
    return String.valueOf(value);
  }

  /** A whole number is shown as most people write it: the compiler makes {@code 30.0} of 30. */
  @Override
  public String visitDouble(double value, Void nothing) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  @Override
  public String visitEnumConstant(VariableElement constant, Void nothing) {
    return constant.getSimpleName().toString();
  }

  @Override
  public String visitType(TypeMirror type, Void nothing) {
    if (type instanceof DeclaredType declared) {
      return elements.getBinaryName((TypeElement) declared.asElement()).toString();
    }
    return type instanceof ArrayType array
        ? visitType(array.getComponentType(), nothing) + "[]"
        : type.toString();
  }

  @Override
  public String visitArray(List<? extends AnnotationValue> values, Void nothing) {
    return values.stream().map(this::visit).collect(Collectors.joining(", "));
  }
}
