package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.runtime.guard.GuardText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.bytebuddy.description.method.MethodDescription;
import org.jspecify.annotations.Nullable;

/** The methods of one class that are to be woven, with their guards. */
final class GuardedMethods {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  void add(MethodDescription method, Shape shape, GuardText text, int keyIndex, Finding finding) {
    entries.put(
        method.getInternalName() + method.getDescriptor(),
        new Entry(method, shape, text, keyIndex, finding));
  }

  Finding remove(String name, String descriptor) {
    return Objects.requireNonNull(entries.remove(name + descriptor), name).finding();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean contains(String name, String descriptor) {
    return entries.containsKey(name + descriptor);
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
   * @param method the method as it was written
   * @param shape how it is woven
   * @param text its guard
   * @param keyIndex which parameter is the key, or -1
   * @param finding what is reported of it
   */
  record Entry(
      MethodDescription method, Shape shape, GuardText text, int keyIndex, Finding finding) {}
}
