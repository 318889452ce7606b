package dev.mulligan.processor.read;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names that mean a type of {@code java.lang} where a package has none of its own. Not
 * thread-safe.
 */
final class LanguageNames {
  private static final String CLASS_FILE = ".class";

  private final Elements elements;
  private final Set<String> all = all();
  private final Map<String, Set<String>> hidden = new HashMap<>();

  LanguageNames(Elements elements) {
    this.elements = elements;
  }

  /** Those that mean another type in a package. */
  Set<String> hiddenIn(PackageElement where) {
    return hidden.computeIfAbsent(
        where.getQualifiedName().toString(),
        name -> all.stream().filter(simple -> isIn(where, simple)).collect(Collectors.toSet()));
  }

  private boolean isIn(PackageElement where, String simpleName) {
    String name = where.isUnnamed() ? simpleName : where.getQualifiedName() + "." + simpleName;
    TypeElement found = elements.getTypeElement(name);
    return found != null && Names.packageOf(found).equals(where);
  }

  /** From the running JDK, because Eclipse's compiler lists no packages. */
  private static Set<String> all() {
    Path language =
        FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base/java/lang");
    try (Stream<Path> files = Files.list(language)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(CLASS_FILE) && name.indexOf('$') < 0)
          .map(name -> name.substring(0, name.length() - CLASS_FILE.length()))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      return Set.of();
    }
  }
}
