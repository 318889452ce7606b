package dev.mulligan.agent.explain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** A jar or folder, with the jars inside of it, as in a WAR, an EAR or a jar of Spring Boot. */
final class Archive {
  /** Where a WAR and a jar of Spring Boot have the application's own files. */
  private static final Set<String> ROOTS = Set.of("WEB-INF/classes/", "BOOT-INF/classes/");

  private static final Set<String> ARCHIVES = Set.of(".jar", ".war", ".rar", ".ear");

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
      archive.walkOutermost(place);
    }
  }

  /** By its directory, which stands at the end: there may be a script in front of a jar. */
  private void walkOutermost(Path place) throws IOException {
    if (!Files.isRegularFile(place)) {
      throw new NoSuchFileException(place.toString());
    }
    try (ZipFile jar = new ZipFile(place.toFile())) {
      if (jar.size() == 0) {
        throw new IOException(place + ": there is nothing in this jar");
      }
      for (ZipEntry entry : Collections.list(jar.entries())) {
        visit(entry.getName(), place.toString(), () -> jar.getInputStream(entry));
      }
    } catch (ZipException notOne) {
      throw new IOException(place + ": neither a jar nor a folder: " + notOne.getMessage(), notOne);
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
    ZipEntry entry = jar.getNextEntry();
    if (entry == null) {
      throw new IOException(place + ": there is nothing in this jar, or it is none");
    }
    for (; entry != null; entry = jar.getNextEntry()) {
      visit(entry.getName(), place, () -> jar);
    }
  }

  private void visit(String name, String place, Content content) throws IOException {
    if (ARCHIVES.stream().anyMatch(name::endsWith)) {
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
