package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes from class files has no lines, and may have been compiled without the processor. */
class SeparateCompilationTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path temporary;

  @Test
  void policiesAreFoundOnCompiledInterfacesAndMetaAnnotations() throws IOException {
    compileLibrary("@Retry(maxAttempts = 4)");

    Compilation application = compileApplication();

    assertThat(application.messages()).isEmpty();
    assertThat(application.generated().get("ResilientApplication.java"))
        .contains(".retry(\"maxAttempts = 4\")", ".circuitBreaker(\"failureRate = 20\")");
  }

  @Test
  void theirProblemsAreShownWhereTheyAreUsed() throws IOException {
    compileLibrary("@Retry(maxAttempts = 0)");

    assertThat(compileApplication().messages())
        .startsWith("Application.java:5:15: error: [MulliganBadPolicy] app.Application#call: ")
        .contains("@Retry(maxAttempts = 0)");
  }

  @Test
  void aSecondCompilationIsNotDisturbedByTheWrappersOfTheFirst() throws IOException {
    compileLibrary("@Retry");
    compileApplication();

    Compilation again = compileApplication();

    assertThat(again.messages()).isEmpty();
    assertThat(again.generated()).containsKey("ResilientApplication.java");
  }

  private void compileLibrary(String annotation) throws IOException {
    write(
        "library/Api.java",
        "package library;",
        "import dev.mulligan.annotations.Retry;",
        "public interface Api {",
        annotation,
        "void call(); }");
    write(
        "library/Fragile.java",
        "package library;",
        "@dev.mulligan.annotations.CircuitBreaker(failureRate = 20)",
        "public @interface Fragile {}");
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    Compilation.of(temporary.resolve("library"), classes, new MulliganProcessor(), "-proc:none");
  }

  private Compilation compileApplication() throws IOException {
    write(
        "app/Application.java",
        "package app;",
        "public class Application implements library.Api {",
        "@library.Fragile public void other() {}",
        "@Override",
        "  public void call() {} }");
    Path classes = Files.createDirectories(temporary.resolve("app-classes"));
    String path =
        String.join(
            java.io.File.pathSeparator,
            CLASS_PATH,
            temporary.resolve("classes").toString(),
            classes.toString());
    return Compilation.of(
        temporary.resolve("app"), classes, new MulliganProcessor(), "-classpath", path);
  }

  private void write(String file, String... lines) throws IOException {
    Path path = temporary.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", lines) + "\n");
  }
}
