package dev.mulligan.runtime.classify;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chain of accessors, such as {@code getResponse.getStatus}, followed from an exception. Whatever
 * is absent on the way gives null.
 *
 * @param steps the names of the methods
 */
record Path(List<String> steps) {
  static Path of(String text) {
    return new Path(List.of(text.split("\\.")));
  }

  /** The value at the end. */
  @Nullable Object value(Throwable failure) {
    return follow(failure, steps.size());
  }

  @Nullable Integer number(Throwable failure) {
    return value(failure) instanceof Integer number ? number : null;
  }

  @Nullable String text(Throwable failure) {
    return value(failure) instanceof String text ? text : null;
  }

  boolean isTrue(Throwable failure) {
    return Boolean.TRUE.equals(value(failure));
  }

  /** The header that the last accessor gives for a name; that may be the one of a map. */
  @Nullable String header(Throwable failure, String name) {
    int last = steps.size() - 1;
    Object headers = follow(failure, last);
    if (headers == null) {
      return null;
    }
    Object value =
        headers instanceof Map<?, ?> map
            ? ignoringCase(map, name)
            : Accessors.get(headers, steps.get(last), name);
    return value instanceof String text ? text : null;
  }

  private @Nullable Object follow(Object from, int count) {
    Object value = from;
    for (int i = 0; i < count && value != null; i++) {
      value = Accessors.get(value, steps.get(i));
    }
    return value;
  }

  private static @Nullable Object ignoringCase(Map<?, ?> headers, String name) {
    for (Map.Entry<?, ?> header : headers.entrySet()) {
      if (header.getKey() instanceof String key && key.equalsIgnoreCase(name)) {
        return header.getValue() instanceof Iterable<?> values ? first(values) : header.getValue();
      }
    }
    return null;
  }

  private static @Nullable Object first(Iterable<?> values) {
    for (Object value : values) {
      return value;
    }
    return null;
  }
}
