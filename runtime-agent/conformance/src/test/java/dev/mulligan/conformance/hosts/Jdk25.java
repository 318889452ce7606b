package dev.mulligan.conformance.hosts;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The JDK 25 beside the one that runs hosts. */
final class Jdk25 {
  private Jdk25() {}

  /** Its home; a test without one is left out. */
  static Path home() throws IOException {
    Path beside = Path.of(HostJars.JAVA).toRealPath().getParent().getParent().getParent();
    try (Stream<Path> homes = Files.list(beside)) {
      Optional<Path> found = homes.filter(Jdk25::isOne).findFirst();
      assumeTrue(found.isPresent(), "no JDK 25 beside the one that runs the tests");
      return found.get();
    }
  }

  private static boolean isOne(Path home) {
    try {
      return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"25");
    } catch (IOException noHome) {
      return false;
    }
  }
}
