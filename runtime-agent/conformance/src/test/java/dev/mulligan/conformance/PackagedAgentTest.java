package dev.mulligan.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged jar does to a JVM that has no use for it. */
@WovenOnly
class PackagedAgentTest {
  private static final Path JAR = Path.of("../agent/target/mulligan-agent.jar");

  @Test
  void aStartWithoutAnnotatedClassesLoadsNeitherLibrariesNorForbiddenPackages(@TempDir Path folder)
      throws Exception {
    Path source = Files.writeString(folder.resolve("Hello.java"), HELLO);
    run(folder, "javac", "-d", folder.toString(), source.toString());

    // The JDK itself loads java.nio.file for any agent, so an empty one is what to compare with.
    Set<String> bare = loadedClasses(folder, "-javaagent:" + emptyAgent(folder));
    Set<String> more = loadedClasses(folder, "-javaagent:" + JAR.toAbsolutePath());
    more.removeAll(bare);

    assertThat(more).contains("dev.mulligan.agent.MulliganAgent");
    assertThat(more)
        .noneMatch(
            name ->
                name.startsWith("java.nio.file.")
                    || name.startsWith("java.util.logging.")
                    || name.startsWith("javax.management."));
    assertThat(more).noneMatch(name -> name.startsWith("dev.mulligan.agent.shaded."));
    assertThat(more).noneMatch(name -> name.startsWith("dev.mulligan.runtime."));
  }

  @Test
  void aWrongOptionIsSaidAndTheProgramRuns(@TempDir Path folder) throws Exception {
    Path source = Files.writeString(folder.resolve("Hello.java"), HELLO);
    run(folder, "javac", "-d", folder.toString(), source.toString());

    String output =
        run(folder, "java", "-javaagent:" + JAR.toAbsolutePath() + "=dri=x", "-cp", ".", "Hello");

    assertThat(output).contains("Unknown option dri=x").contains("hello");
  }

  @Test
  void theJarAloneTellsHowItIsUsed(@TempDir Path folder) throws Exception {
    assertThat(run(folder, "java", "-jar", JAR.toAbsolutePath().toString()))
        .contains("java -javaagent:mulligan-agent.jar");
  }

  @Test
  void everythingThirdPartyIsRelocatedAndNothingIsNative() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      List<String> entries =
          jar.stream().filter(e -> !e.isDirectory()).map(JarEntry::getName).toList();

      assertThat(entries)
          .filteredOn(name -> name.endsWith(".class"))
          .allMatch(name -> name.startsWith("dev/mulligan/"));
      assertThat(entries).noneMatch(name -> name.matches(".*\\.(dll|so|dylib|jnilib)"));
    }
  }

  private static final String HELLO =
      """
      public class Hello {
        public static void main(String[] arguments) {
          System.out.println("hello");
        }
      }
      """;

  private static Set<String> loadedClasses(Path folder, String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("java"));
    command.addAll(List.of(options));
    command.addAll(List.of("-Xlog:class+load:file=classes.log", "-cp", ".", "Hello"));
    run(folder, command.toArray(String[]::new));
    return Files.readAllLines(folder.resolve("classes.log")).stream()
        .map(line -> line.replaceFirst("^(\\[[^]]*])+\\s*", "").split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path emptyAgent(Path folder) throws Exception {
    String code =
        """
        public class Empty {
          public static void premain(String arguments, java.lang.instrument.Instrumentation i) {}
        }
        """;
    // In a folder of its own, so that the class comes from the jar.
    Path own = Files.createDirectory(folder.resolve("agent"));
    Path source = Files.writeString(own.resolve("Empty.java"), code);
    Files.writeString(own.resolve("manifest"), "Premain-Class: Empty\n");
    run(own, "javac", source.toString());
    run(own, "jar", "cfm", "empty.jar", "manifest", "Empty.class");
    return own.resolve("empty.jar");
  }

  private static String run(Path folder, String... command) throws Exception {
    command[0] = Path.of(System.getProperty("java.home"), "bin", command[0]).toString();
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
