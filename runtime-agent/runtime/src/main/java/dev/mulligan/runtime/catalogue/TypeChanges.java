package dev.mulligan.runtime.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the arguments of one call can no longer say: walks through the fields of their types
 * as they were, the nearest first, beside those that there are now. What is new does no harm,
 * because it keeps its default. Not thread-safe.
 */
final class TypeChanges {
  private final Map<String, Map<String, String>> before;
  private final Map<String, Map<String, String>> now;
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final List<String> reasons = new ArrayList<>();

  TypeChanges(Catalogue before, Catalogue now) {
    this.before = before.types();
    this.now = now.types();
  }

  /** Adds a parameter. */
  void add(String name, String old, String current) {
    steps.add(new Step(name, old, current));
  }

  /** Lists what does not fit, each with its path, such as {@code order.lines.price}. */
  List<String> reasons() {
    while (!steps.isEmpty()) {
      look(steps.remove());
    }
    return reasons;
  }

  private void look(Step step) {
    TypeText old = TypeText.of(step.old);
    TypeText current = TypeText.of(step.current);
    boolean fits = old.hasShapeOf(current);
    for (int i = 0; fits && i < old.parts().size(); i++) {
      fits = fits(step.path, old.parts().get(i), current.parts().get(i));
    }
    if (!fits) {
      reasons.add(step.path + " is " + step.current + " now, and was " + step.old);
    }
  }

  private boolean fits(String path, String old, String current) {
    Map<String, String> fields = before.get(old);
    Map<String, String> currentFields = now.get(current);
    if (fields == null || currentFields == null) {
      return old.equals(current) || Widening.fits(old, current);
    }
    if (seen.add(old + " " + current)) {
      boolean isEnum = isEnum(old, fields);
      fields.forEach((name, type) -> look(path, name, type, currentFields.get(name), isEnum));
    }
    return true;
  }

  private void look(
      String path, String name, String type, @Nullable String current, boolean isEnum) {
    if (current == null) {
      reasons.add(
          isEnum
              ? path + " has no constant " + name + " any more"
              : path + "." + name + " is not there any more");
    } else if (!isEnum) {
      steps.add(new Step(path + "." + name, type, current));
    }
  }

  private static boolean isEnum(String type, Map<String, String> fields) {
    return fields.values().stream().allMatch(type::equals);
  }

  private record Step(String path, String old, String current) {}
}
