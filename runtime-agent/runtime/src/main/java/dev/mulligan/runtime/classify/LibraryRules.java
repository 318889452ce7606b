package dev.mulligan.runtime.classify;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the exceptions of well-known libraries stand for. Classes are known by name alone, so that
 * nothing depends on a library, or loads one. The nearest superclass whose rule has an opinion
 * decides, then interfaces.
 */
final class LibraryRules {
  private static final Map<String, LibraryRule> RULES = new HashMap<>();

  static {
    RULES.putAll(HttpLibraries.RULES);
    RULES.putAll(DataLibraries.RULES);
  }

  private LibraryRules() {}

  static @Nullable Opinion of(Throwable failure) {
    for (Class<?> type : Supertypes.of(failure.getClass())) {
      LibraryRule rule = RULES.get(type.getName());
      Opinion opinion = rule == null ? null : rule.of(failure);
      if (opinion != null) {
        return opinion;
      }
    }
    return null;
  }
}
