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

  /**
   * The names under which rules look at a class. Names and not the rules: a value that led to this
   * class's loader would keep it as long as the exception's class.
   */
  private static final ClassValue<String[]> NAMES =
      new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
          return Supertypes.of(type).stream()
              .map(Class::getName)
              .filter(RULES::containsKey)
              .toArray(String[]::new);
        }
      };

  private LibraryRules() {}

  static @Nullable Opinion of(Throwable failure) {
    for (String name : NAMES.get(failure.getClass())) {
      LibraryRule rule = RULES.get(name);
      Opinion opinion = rule == null ? null : rule.of(failure);
      if (opinion != null) {
        return opinion;
      }
    }
    return null;
  }
}
