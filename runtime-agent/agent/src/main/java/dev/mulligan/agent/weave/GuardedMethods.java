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
    entries.put(signature(method), new Entry(shape, text, keyIndex, finding));
  }

  Finding remove(String name, String descriptor) {
    return Objects.requireNonNull(entries.remove(name + descriptor), name).finding();
  }

  /** The methods that are woven in one way. */
  boolean contains(MethodDescription method, Shape shape) {
    Entry entry = find(method);
    return entry != null && entry.shape() == shape;
  }

  boolean contains(Shape shape) {
    return entries.values().stream().anyMatch(entry -> entry.shape() == shape);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean contains(String name, String descriptor) {
    return entries.containsKey(name + descriptor);
  }

  @Nullable Entry find(MethodDescription method) {
    return entries.get(signature(method));
  }

  List<Finding> findings() {
    return entries.values().stream().map(Entry::finding).toList();
  }

  private static String signature(MethodDescription method) {
    return method.getInternalName() + method.getDescriptor();
  }

  /**
   * One method.
   *
   * @param shape how it is woven
   * @param text its guard
   * @param keyIndex which parameter is the key, or -1
   * @param finding what is reported of it
   */
  record Entry(Shape shape, GuardText text, int keyIndex, Finding finding) {}
}
