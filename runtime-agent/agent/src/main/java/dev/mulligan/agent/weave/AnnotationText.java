package dev.mulligan.agent.weave;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.annotation.AnnotationValue;
import net.bytebuddy.description.enumeration.EnumerationDescription;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** An annotation's values as text, those that are not the defaults. */
final class AnnotationText {
  /** The text of what annotations of this product have by default, by type and property. */
  private static final Map<String, Map<String, String>> DEFAULTS = new ConcurrentHashMap<>();

  private AnnotationText() {}

  static Map<String, String> of(AnnotationDescription annotation) {
    TypeDescription type = annotation.getAnnotationType();
    Map<String, String> defaults = defaults(type);
    Map<String, String> values = new LinkedHashMap<>();
    for (MethodDescription.InDefinedShape property : type.getDeclaredMethods()) {
      String text = text(annotation.getValue(property).resolve());
      if (!text.equals(defaults.get(property.getName()))) {
        values.put(property.getName(), text);
      }
    }
    return values;
  }

  private static Map<String, String> defaults(TypeDescription type) {
    Map<String, String> known = DEFAULTS.get(type.getName());
    if (known == null) {
      known = new HashMap<>();
      for (MethodDescription.InDefinedShape property : type.getDeclaredMethods()) {
        AnnotationValue<?, ?> fallback = property.getDefaultValue();
        if (fallback != null) {
          known.put(property.getName(), text(fallback.resolve()));
        }
      }
      DEFAULTS.put(type.getName(), known);
    }
    return known;
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
