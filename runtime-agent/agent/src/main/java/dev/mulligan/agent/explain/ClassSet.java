package dev.mulligan.agent.explain;

import dev.mulligan.agent.types.ClassFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The class files of jars and folders, with those of jars inside of them, as in a WAR or a jar of
 * Spring Boot. The first of a name counts, as on a class path. Not thread-safe.
 */
final class ClassSet implements ClassFiles {
  private static final String SUFFIX = ".class";

  /** Where a WAR and a jar of Spring Boot have the application's own classes. */
  private static final Set<String> ROOTS = Set.of("WEB-INF/classes/", "BOOT-INF/classes/");

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
    if (Files.isDirectory(place)) {
      addFolder(place, isOwn);
    } else {
      try (InputStream in = Files.newInputStream(place)) {
        addJar(in, place.toString(), isOwn);
      }
    }
  }

  private void addFolder(Path folder, boolean isOwn) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.sorted()::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Files.isRegularFile(file)) {
          addEntry(name, folder.toString(), isOwn, () -> Files.newInputStream(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void addJar(InputStream in, String place, boolean isOwn) throws IOException {
    ZipInputStream jar = new ZipInputStream(in);
    for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
      addEntry(entry.getName(), place, isOwn, () -> jar);
    }
  }

  private void addEntry(String name, String place, boolean isOwn, Content content)
      throws IOException {
    if (name.endsWith(SUFFIX) && !isBeside(name)) {
      byte[] file = read(content);
      String type = withoutRoot(name.substring(0, name.length() - SUFFIX.length()));
      if (files.putIfAbsent(type, file) == null && isOwn) {
        origins.put(type, place);
      }
    } else if (name.endsWith(".jar")) {
      addJar(new ByteArrayInputStream(read(content)), place + "!/" + name, isOwn);
    }
  }

  /** Versions for later JDKs, and descriptions of modules and packages. */
  private static boolean isBeside(String name) {
    return name.startsWith("META-INF/") || name.endsWith("-info.class");
  }

  private static byte[] read(Content content) throws IOException {
    // Not closed here: the stream of an entry is the stream of its jar.
    InputStream in = content.open();
    byte[] bytes = in.readAllBytes();
    if (!(in instanceof ZipInputStream)) {
      in.close();
    }
    return bytes;
  }

  private static String withoutRoot(String name) {
    for (String root : ROOTS) {
      if (name.startsWith(root)) {
        return name.substring(root.length());
      }
    }
    return name;
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

  @FunctionalInterface
  private interface Content {
    InputStream open() throws IOException;
  }
}
