package dev.mulligan.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The golden folders. With {@code -Dgolden.rewrite=true} expectations are written, not compared.
 */
public final class Cases {
  public static final Path FOLDER = Path.of("src", "test", "resources");
  static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  private Cases() {}

  /** The names of the cases in a folder. */
  static List<String> in(String folder) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".expected"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
