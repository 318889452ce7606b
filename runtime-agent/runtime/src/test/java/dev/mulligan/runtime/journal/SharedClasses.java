package dev.mulligan.runtime.journal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a program that is started many times start faster: the first run leaves its classes in an
 * archive when it ends, checked and linked, and all later ones map it. Such an archive takes
 * classes from jars only.
 */
final class SharedClasses {
  private final Path archive;
  private final String classPath;

  SharedClasses(Path folder) throws IOException {
    archive = folder.resolve("classes.jsa");
    Path jars = Files.createDirectory(folder.resolve("jars"));
    classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(Files::exists)
            .map(entry -> Files.isDirectory(entry) ? jar(entry, jars) : entry)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jar(Path classes, Path jars) {
    Path jar = jars.resolve(classes.hashCode() + ".jar");
    int failed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-c", "-f", "" + jar, "-C", "" + classes, ".");
    if (failed != 0) {
      throw new IllegalStateException(classes + " does not become " + jar);
    }
    return jar;
  }

  /** Options for the JVM. */
  List<String> options() {
    String use = Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=";
    return List.of(use + archive, "-cp", classPath);
  }
}
