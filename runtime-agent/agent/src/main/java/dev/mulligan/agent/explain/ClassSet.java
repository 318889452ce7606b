package dev.mulligan.agent.explain;

import dev.mulligan.agent.types.ClassFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The class files of jars and folders. The first of a name counts, as on a class path. Not
 * thread-safe.
 */
final class ClassSet implements ClassFiles {
  private static final String SUFFIX = ".class";

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, String> origins = new TreeMap<>();

  /**
   * Adds all that a jar or folder holds.
   *
   * @param place the jar or folder
   * @param isOwn whether its classes are explained, and not only mentioned by others
   * @throws IOException if it cannot be read
   */
  void add(Path place, boolean isOwn) throws IOException {
    Archive.walk(place, (name, origin, content) -> add(name, origin, isOwn, content));
  }

  private void add(String name, String origin, boolean isOwn, Archive.Content content)
      throws IOException {
    if (name.endsWith(SUFFIX) && !isBeside(name)) {
      String type = name.substring(0, name.length() - SUFFIX.length());
      if (files.putIfAbsent(type, Archive.read(content)) == null && isOwn) {
        origins.put(type, origin);
      }
    }
  }

  /** Versions for later JDKs, and descriptions of modules and packages. */
  private static boolean isBeside(String name) {
    return name.startsWith("META-INF/") || name.endsWith("-info.class");
  }

  /** The classes to explain, sorted. */
  Set<String> own() {
    return new TreeSet<>(origins.keySet());
  }

  /** The jar or folder of a class. */
  String origin(String internalName) {
    return origins.getOrDefault(internalName, "");
  }

  @Override
  public byte @Nullable [] find(String internalName) throws IOException {
    byte[] file = files.get(internalName);
    return file != null ? file : ClassFiles.of(ClassSet.class.getClassLoader()).find(internalName);
  }
}
