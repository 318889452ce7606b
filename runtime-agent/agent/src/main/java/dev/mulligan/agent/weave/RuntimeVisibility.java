package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.Woven;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Knows which class loaders see this runtime; a woven class could not link without it. */
final class RuntimeVisibility {
  private static final Map<ClassLoader, Boolean> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private RuntimeVisibility() {}

  static boolean isVisibleTo(ClassLoader loader) {
    Boolean known = KNOWN.get(loader);
    if (known == null) {
      known = look(loader);
      KNOWN.put(loader, known);
    }
    return known;
  }

  private static boolean look(ClassLoader loader) {
    try {
      return Class.forName(Woven.class.getName(), false, loader) == Woven.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
