package dev.mulligan.agent.weave;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationValue;
import net.bytebuddy.description.enumeration.EnumerationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** An annotation's values as text, those that are not the defaults. */
final class AnnotationText {
  private AnnotationText() {}

  static Map<String, String> of(AnnotationDescription annotation) {
    Map<String, String> values = new LinkedHashMap<>();
    for (MethodDescription.InDefinedShape property :
        annotation.getAnnotationType().getDeclaredMethods()) {
      AnnotationValue<?, ?> fallback = property.getDefaultValue();
      AnnotationValue<?, ?> value = annotation.getValue(property);
      String text = text(value.resolve());
      if (fallback == null || !text.equals(text(fallback.resolve()))) {
        values.put(property.getName(), text);
      }
    }
    return values;
  }

  private static String text(Object value) {
    if (value instanceof Object[] array) {
      return Arrays.stream(array).map(AnnotationText::text).collect(Collectors.joining(", "));
    }
    if (value instanceof EnumerationDescription constant) {
      return constant.getValue();
    }
    if (value instanceof Double number && number == Math.rint(number)) {
      return Long.toString(number.longValue());
    }
    return value instanceof TypeDescription type ? type.getName() : String.valueOf(value);
  }
}
