package dev.mulligan.runtime.deadletter;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that two objects have in common if they are alike in the sense of {@link Likeness}, so
 * that one is found among many without comparing it with all. It looks at a few fields only.
 */
final class Print {
  /** How many objects within objects are looked at. */
  private static final int LEVELS = 2;

  private Print() {}

  static int of(@Nullable Object value) {
    if (value instanceof Collection<?> elements) {
      return elements.stream().mapToInt(element -> of(element, 1)).sum();
    }
    if (value instanceof Map<?, ?> entries) {
      return entries.entrySet().stream()
          .mapToInt(entry -> 31 * of(entry.getKey(), 1) + of(entry.getValue(), 1))
          .sum();
    }
    return of(value, LEVELS);
  }

  private static int of(@Nullable Object value, int levels) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Collection<?> elements) {
      return elements.size();
    }
    if (value instanceof Map<?, ?> entries) {
      return entries.size();
    }
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null), levels);
    }
    if (value.getClass().isArray()) {
      return Array.getLength(value);
    }
    if (value instanceof Map.Entry) {
      return 1;
    }
    if (value instanceof Enum || Made.isOfJdk(value.getClass())) {
      return value instanceof Enum ? value.hashCode() : Made.hashOfJdk(value);
    }
    return levels == 0 ? 1 : ofFields(value, levels);
  }

  private static int ofFields(Object value, int levels) {
    int print = 1;
    try {
      for (Field field : Made.fields(value.getClass())) {
        print = 31 * print + of(field.get(value), levels - 1);
      }
    } catch (IllegalAccessException closed) {
      return 1;
    }
    return print;
  }
}
