package dev.mulligan.runtime.classify;

import java.util.LinkedHashSet;
import java.util.Set;

/** The types that an object has. */
final class Supertypes {
  private Supertypes() {}

  /** The class and its superclasses, nearest first, then their interfaces. */
  static Set<Class<?>> of(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      all.add(each);
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      addInterfaces(each, all);
    }
    return all;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> each : type.getInterfaces()) {
      if (all.add(each)) {
        addInterfaces(each, all);
      }
    }
  }
}
