package dev.mulligan.processor.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.Cases;
import dev.mulligan.processor.Compilation;
import dev.mulligan.processor.MulliganProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
  private static final Path PLAIN = Cases.FOLDER.resolve("component").resolve("plain");

  @TempDir Path output;

  @Test
  void theNewerNameOfJsr330IsTaken() {
    assertThat(compile("jsr330").generated().values())
        .hasSize(2)
        .allSatisfy(source -> assertThat(source).contains("import jakarta.inject.Inject;"));
  }

  @Test
  void theOlderNameOfJsr330IsTakenWhereTheNewerIsNotThere() {
    Compilation compilation = compile("jsr330", "jakarta.inject");

    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.generated().values())
        .hasSize(2)
        .allSatisfy(source -> assertThat(source).contains("import javax.inject.Inject;"));
  }

  @Test
  void aMissingLibraryIsNamedOnce() {
    assertThat(compile("jsr330", "jakarta.inject", "javax.inject").messages())
        .isEqualTo(
            "error: [MulliganBadOption] -Amulligan.component=jsr330: the class path has no"
                + " jakarta.inject:jakarta.inject-api, whose annotations are needed; add it");
    assertThat(compile("spring", "spring-context").messages())
        .isEqualTo(
            "error: [MulliganBadOption] -Amulligan.component=spring: the class path has no"
                + " org.springframework:spring-context, whose annotations are needed; add it");
  }

  @Test
  void aClassLeavesInjectionToTheWrapperOfItsInterfaceThatWasCompiledEarlier() throws IOException {
    Path library = Files.createDirectories(output.resolve("library"));
    Path application = Files.createDirectories(output.resolve("application"));
    Compilation.of(PLAIN, library, new MulliganProcessor(), "-Amulligan.component=spring");
    Path source = output.resolve("HttpApi.java");
    Files.writeString(
        source, "class HttpApi implements com.acme.Api { @Override public void call() {} }");

    Compilation compilation =
        Compilation.of(
            source,
            application,
            new MulliganProcessor(),
            "-Amulligan.component=spring",
            "-classpath",
            library + File.pathSeparator + System.getProperty("java.class.path"));

    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.generated().get("ResilientHttpApi.java"))
        .contains("extends HttpApi")
        .doesNotContain("@Component");
  }

  private Compilation compile(String component, String... missing) {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Stream.of(missing).noneMatch(new File(entry).getName()::startsWith))
            .collect(Collectors.joining(File.pathSeparator));
    return Compilation.of(
        PLAIN,
        output,
        new MulliganProcessor(),
        "-Amulligan.component=" + component,
        "-classpath",
        classPath);
  }
}
