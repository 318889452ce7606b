package dev.mulligan.testkit;

import dev.mulligan.runtime.policy.Nearest;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds exceptions by the names that a test gives them. Thread-safe.
 *
 * @param near the test class
 */
record ExceptionNames(Class<?> near) {
  /** Where simple names are looked for, with their modules. */
  private static final Map<String, String> PACKAGES = packages();

  private static Map<String, String> packages() {
    Map<String, String> packages = new LinkedHashMap<>();
    for (String name :
        List.of(
            "java.lang",
            "java.io",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "javax.net.ssl")) {
      packages.put(name, "java.base");
    }
    packages.put("java.sql", "java.sql");
    return packages;
  }

  @Nullable Class<? extends Throwable> find(String name) {
    for (String candidate : candidates(name)) {
      Class<?> found = load(candidate);
      if (found != null && Throwable.class.isAssignableFrom(found)) {
        return found.asSubclass(Throwable.class);
      }
    }
    return null;
  }

  private @Nullable Class<?> load(String name) {
    try {
      return Class.forName(name, false, near.getClassLoader());
    } catch (ClassNotFoundException | LinkageError none) {
      return null;
    }
  }

  private List<String> candidates(String name) {
    List<String> candidates = new ArrayList<>();
    for (Class<?> type = near; type != null; type = type.getEnclosingClass()) {
      candidates.add(type.getName() + "$" + name);
    }
    String own = near.getPackageName();
    candidates.add(own.isEmpty() ? name : own + "." + name);
    PACKAGES.keySet().forEach(known -> candidates.add(known + "." + name));
    if (name.indexOf('.') >= 0) {
      candidates.add(name);
      int dot = name.lastIndexOf('.');
      candidates.add(name.substring(0, dot) + "$" + name.substring(dot + 1));
    }
    return candidates;
  }

  /** Finds how to create one: from a message, else from nothing; null if neither is possible. */
  static @Nullable Constructor<? extends Throwable> constructor(Class<? extends Throwable> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return null;
    }
    Constructor<? extends Throwable> withMessage = constructor(type, String.class);
    return withMessage == null ? constructor(type, new Class<?>[0]) : withMessage;
  }

  private static @Nullable Constructor<? extends Throwable> constructor(
      Class<? extends Throwable> type, Class<?>... parameters) {
    try {
      Constructor<? extends Throwable> found = type.getDeclaredConstructor(parameters);
      boolean isPublic =
          Modifier.isPublic(found.getModifiers()) && Modifier.isPublic(type.getModifiers());
      return isPublic || found.trySetAccessible() ? found : null;
    } catch (NoSuchMethodException none) {
      return null;
    }
  }

  /** Says which known name an unknown one was probably meant to be. */
  String suggestion(String unknown) {
    List<String> known = new ArrayList<>();
    PACKAGES.forEach((name, module) -> known.addAll(listed(module, name)));
    for (Class<?> type = near; type != null; type = type.getEnclosingClass()) {
      Arrays.stream(type.getDeclaredClasses())
          .filter(Throwable.class::isAssignableFrom)
          .forEach(nested -> known.add(nested.getSimpleName()));
    }
    return known.isEmpty() ? "" : "; did you mean " + Nearest.to(unknown, known) + "?";
  }

  /** Lists the exceptions of a package of the JDK, which keeps its classes in a file system. */
  private static List<String> listed(String module, String packageName) {
    Path folder;
    try {
      folder = Path.of(URI.create("jrt:/" + module + "/" + packageName.replace('.', '/')));
    } catch (IllegalArgumentException
        | FileSystemNotFoundException
        | ProviderNotFoundException none) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[^$]+(Exception|Error)\\.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }
}
