package dev.mulligan.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A database that is a file. */
record FileDatabase(String url) implements TestDatabase {
  static FileDatabase h2(Path folder) {
    return new FileDatabase("jdbc:h2:file:" + folder.resolve("letters").toAbsolutePath());
  }

  static FileDatabase sqlite(Path folder) {
    return new FileDatabase("jdbc:sqlite:" + folder.resolve("letters.db").toAbsolutePath());
  }

  @Override
  public String user() {
    return "sa";
  }

  @Override
  public String password() {
    return "top-5ecret";
  }

  /** Deletes a folder. */
  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
