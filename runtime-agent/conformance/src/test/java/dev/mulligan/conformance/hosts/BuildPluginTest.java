package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose classes are woven by Byte Buddy's Maven plugin. */
class BuildPluginTest {
  private static final Path SHOP = Path.of("src/test/resources/hosts/shop");

  @TempDir private Path folder;

  @Test
  void aProjectThatNamesTheJarAsADependencyOfThePluginNeedsNoAgent() throws Exception {
    HostMaven maven = new HostMaven(folder);
    Path project = maven.project("build-plugin");
    copyShopTo(project.resolve("src/main/java"));

    String printed = maven.build(project, "process-classes");

    assertThat(printed).contains("byte-buddy");
    Path[] libraries = HostJars.of("jackson", "slf4j");
    HostRun run =
        new HostJvm(folder)
            .classPath(
                HostJars.join(
                    libraries,
                    project.resolve("target/classes"),
                    HostJars.ANNOTATIONS,
                    HostJars.RUNTIME))
            .run("shop.Seen");
    run.assertGuarded();
    assertThat(run.value("runtime")).startsWith("null in mulligan-runtime-");
  }

  private static void copyShopTo(Path target) throws IOException {
    try (Stream<Path> found = Files.walk(SHOP)) {
      for (Path source : found.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(SHOP.relativize(source));
        Files.createDirectories(copy.getParent());
        Files.copy(source, copy);
      }
    }
  }
}
