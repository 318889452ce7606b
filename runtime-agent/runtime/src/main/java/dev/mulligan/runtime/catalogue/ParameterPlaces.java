package dev.mulligan.runtime.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether arguments, which a letter has by position, still go where they belong. */
final class ParameterPlaces {
  private ParameterPlaces() {}

  /** Says what has changed, or null if each parameter stands where it stood. */
  static @Nullable String change(CatalogueCall old, CatalogueCall now) {
    List<CatalogueParameter> before = old.parameters();
    List<CatalogueParameter> after = now.parameters();
    if (before.size() != after.size()) {
      return "it takes " + count(after) + " now, and took " + count(before);
    }
    boolean sameTypes = old.types().equals(now.types());
    boolean typesMoved = !sameTypes && sameBag(old.types(), now.types());
    boolean namesMoved =
        !names(before).equals(names(after)) && sameBag(names(before), names(after));
    return typesMoved || namesMoved
        ? "its parameters are (" + list(after) + ") now, and were (" + list(before) + ")"
        : null;
  }

  private static boolean sameBag(List<?> one, List<?> other) {
    return bag(one).equals(bag(other));
  }

  private static Object bag(List<?> list) {
    return list.stream().collect(Collectors.groupingBy(e -> e, Collectors.counting()));
  }

  private static List<String> names(List<CatalogueParameter> parameters) {
    return parameters.stream().map(CatalogueParameter::name).toList();
  }

  private static String count(List<CatalogueParameter> parameters) {
    return parameters.size() == 1 ? "1 parameter" : parameters.size() + " parameters";
  }

  private static String list(List<CatalogueParameter> parameters) {
    return parameters.stream()
        .map(parameter -> parameter.type() + " " + parameter.name())
        .collect(Collectors.joining(", "));
  }
}
