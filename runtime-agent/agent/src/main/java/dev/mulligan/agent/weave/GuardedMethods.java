package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.GuardText;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import org.jspecify.annotations.Nullable;

/** The methods of one class that are to be woven, with their guards. */
final class GuardedMethods {
  private final Map<String, Entry> entries = new HashMap<>();

  void add(MethodDescription method, Shape shape, GuardText text, int keyIndex) {
    entries.put(signature(method), new Entry(shape, text, keyIndex));
  }

  void remove(String name, String descriptor) {
    entries.remove(name + descriptor);
  }

  /** The methods that are woven in one way. */
  boolean contains(MethodDescription method, Shape shape) {
    Entry entry = find(method);
    return entry != null && entry.shape() == shape;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  boolean contains(MethodDescription method) {
    return entries.containsKey(signature(method));
  }

  boolean contains(String name, String descriptor) {
    return entries.containsKey(name + descriptor);
  }

  @Nullable Entry find(MethodDescription method) {
    return entries.get(signature(method));
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
   */
  record Entry(Shape shape, GuardText text, int keyIndex) {}
}
