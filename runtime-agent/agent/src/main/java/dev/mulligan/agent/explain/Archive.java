package dev.mulligan.agent.explain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A jar or folder, with the jars inside of it, as in a WAR or a jar of Spring Boot. */
final class Archive {
  /** Where a WAR and a jar of Spring Boot have the application's own files. */
  private static final Set<String> ROOTS = Set.of("WEB-INF/classes/", "BOOT-INF/classes/");

  private final Visitor visitor;

  private Archive(Visitor visitor) {
    this.visitor = visitor;
  }

  /**
   * Goes through all files, but for the jars that they are in.
   *
   * @param place the jar or folder
   * @param visitor what looks at the files
   * @throws IOException if it cannot be read
   */
  static void walk(Path place, Visitor visitor) throws IOException {
    Archive archive = new Archive(visitor);
    if (Files.isDirectory(place)) {
      archive.walkFolder(place);
    } else {
      try (InputStream in = Files.newInputStream(place)) {
        archive.walkJar(in, place.toString());
      }
    }
  }

  private void walkFolder(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) found.sorted()::iterator) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (Files.isRegularFile(file)) {
          visit(name, folder.toString(), () -> Files.newInputStream(file));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void walkJar(InputStream in, String place) throws IOException {
    ZipInputStream jar = new ZipInputStream(in);
    for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
      visit(entry.getName(), place, () -> jar);
    }
  }

  private void visit(String name, String place, Content content) throws IOException {
    if (name.endsWith(".jar")) {
      walkJar(new ByteArrayInputStream(read(content)), place + "!/" + name);
    } else {
      visitor.visit(withoutRoot(name), place, content);
    }
  }

  private static String withoutRoot(String name) {
    for (String root : ROOTS) {
      if (name.startsWith(root)) {
        return name.substring(root.length());
      }
    }
    return name;
  }

  /** Reads a file to its end. */
  static byte[] read(Content content) throws IOException {
    // Not closed here: the stream of an entry is the stream of its jar.
    InputStream in = content.open();
    byte[] bytes = in.readAllBytes();
    if (!(in instanceof ZipInputStream)) {
      in.close();
    }
    return bytes;
  }

  /** Looks at files. */
  @FunctionalInterface
  interface Visitor {
    /** Takes a file: its name on the class path, the jar or folder that it is in, and content. */
    void visit(String name, String place, Content content) throws IOException;
  }

  /** The content of a file. */
  @FunctionalInterface
  interface Content {
    InputStream open() throws IOException;
  }
}
