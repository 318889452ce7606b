package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.types.MethodInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The methods of one class that are to be woven, with their guards. */
final class GuardedMethods {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  void add(MethodInfo method, Entry entry) {
    entries.put(MethodFacts.key(method), entry);
  }

  Finding remove(String name, String descriptor) {
    return Objects.requireNonNull(entries.remove(name + descriptor), name).finding();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  @Nullable Entry find(String name, String descriptor) {
    return entries.get(name + descriptor);
  }

  List<Finding> findings() {
    return entries.values().stream().map(Entry::finding).toList();
  }

  /**
   * One method.
   *
   * @param shape how it is woven
   * @param text its guard
   * @param keyIndex which parameter is the key, or -1
   * @param finding what is reported of it
   * @param facts what is known of its body
   */
  record Entry(Shape shape, String text, int keyIndex, Finding finding, MethodFacts facts) {}
}
