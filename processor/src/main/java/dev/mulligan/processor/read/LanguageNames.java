package dev.mulligan.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The names that mean a type of {@code java.lang} where a package has none of its own. Not
 * thread-safe.
 */
final class LanguageNames {
  private static final String LANGUAGE = "java.lang";

  private final Elements elements;
  private final Map<String, Set<String>> hidden = new HashMap<>();

  LanguageNames(Elements elements) {
    this.elements = elements;
  }

  /** Those that mean another type in a package. */
  Set<String> hiddenIn(PackageElement where) {
    return hidden.computeIfAbsent(
        where.getQualifiedName().toString(),
        name ->
            name.equals(LANGUAGE)
                ? Set.of()
                : ElementFilter.typesIn(elements.getPackageElement(LANGUAGE).getEnclosedElements())
                    .stream()
                    .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
                    .map(type -> type.getSimpleName().toString())
                    .filter(simple -> isIn(where, simple))
                    .collect(Collectors.toSet()));
  }

  private boolean isIn(PackageElement where, String simpleName) {
    String name = where.isUnnamed() ? simpleName : where.getQualifiedName() + "." + simpleName;
    TypeElement found = elements.getTypeElement(name);
    return found != null && Names.packageOf(found).equals(where);
  }
}
