package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Retry;
import dev.mulligan.runtime.guard.Guards;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which applications call the compiler. */
class CompilerOptionsTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path output;

  static List<Integer> releases() {
    return Stream.of(17, Runtime.version().feature()).distinct().toList();
  }

  @ParameterizedTest
  @MethodSource("releases")
  void theOldestAndTheNewestReleaseCompileWrappers(int release) {
    Compilation compilation =
        Compilation.of(
            Cases.FOLDER.resolve("good").resolve("whole_nest"),
            output,
            new MulliganProcessor(),
            "--release",
            String.valueOf(release));

    assertThat(compilation.messages()).isEmpty();
    assertThat(output.resolve("com/acme/ResilientPayments.class")).exists();
  }

  @Test
  void anOlderReleaseIsRefusedInOneMessage() {
    Compilation compilation =
        Compilation.of(
            Cases.FOLDER.resolve("good").resolve("whole_nest"),
            output,
            new MulliganProcessor(),
            "--release",
            "8");

    assertThat(compilation.messages())
        .containsOnlyOnce("[Mulligan")
        .contains("error: [MulliganBadOption] --release 8: Mulligan needs Java 17 or later");
  }

  @Test
  void anOptionWithoutAValueHasAnEmptyOne() {
    Compilation compilation =
        Compilation.of(
            Cases.FOLDER.resolve("good").resolve("whole_nest"),
            output,
            new MulliganProcessor(),
            "-Amulligan.engine=",
            "-Amulligan.component=",
            "-Amulligan.async=",
            "-Amulligan.lint=");

    assertThat(compilation.messages())
        .contains("[MulliganBadOption] -Amulligan.engine=: the value must be one of")
        .contains("[MulliganBadOption] -Amulligan.component=: the value must be one of")
        .doesNotContain("Exception");
  }

  @Test
  void aModuleNeedsAnnotationsAndRuntimeAlone() throws Exception {
    Path source = Cases.FOLDER.resolve("neighbour").resolve("module");

    Compilation compilation =
        Compilation.of(
            source, output, new MulliganProcessor(), "--module-path", modulePath(), "-cp", "");

    assertThat(compilation.messages()).isEmpty();
    // The module does not read java.compiler, which has that annotation.
    assertThat(compilation.generated().get("ResilientPayments.java"))
        .contains("extends Payments")
        .doesNotContain("@Generated");
  }

  @Test
  void errorProneHasNothingToSayAboutWrappers() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    Stream.of(
            "api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util")
        .map("-J--add-opens=jdk.compiler/com.sun.tools.javac.%s=ALL-UNNAMED"::formatted)
        .forEach(command::add);
    command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
    command.addAll(List.of("-Xplugin:ErrorProne", "-processor", MulliganProcessor.class.getName()));
    command.addAll(List.of("-processorpath", CLASS_PATH, "-cp", CLASS_PATH));
    command.addAll(List.of("-d", output.toString(), "-s", output.toString()));
    for (String name : List.of("whole_nest", "async", "interface", "generics")) {
      Files.list(Cases.FOLDER.resolve("good").resolve(name))
          .map(Path::toString)
          .forEach(command::add);
    }

    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String messages = new String(javac.getInputStream().readAllBytes());

    assertThat(javac.waitFor()).as(messages).isZero();
    assertThat(messages).doesNotContain("Resilient");
    assertThat(output.resolve("com/acme/ResilientPayments.class")).exists();
  }

  /** The two modules of Mulligan, and those that they need in turn. */
  private static String modulePath() throws URISyntaxException {
    List<String> entries = new ArrayList<>();
    for (Class<?> type : List.of(Retry.class, Guards.class)) {
      entries.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    Arrays.stream(CLASS_PATH.split(File.pathSeparator))
        .filter(entry -> new File(entry).getName().matches("(slf4j-api|jackson-|jspecify).*"))
        .forEach(entries::add);
    return String.join(File.pathSeparator, entries);
  }
}
