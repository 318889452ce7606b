package dev.mulligan.runtime.guard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes of the failure path are initialised where the stack is empty. */
class EmptyStackTest {
  private static final String RUNTIME = "dev.mulligan.runtime.";

  /** What calls need that do not fail, too. */
  private static final List<String> PACKAGES =
      List.of("classify", "count", "event", "log", "notify", "retry", "secret");

  @Test
  void aFailureAtTheEndOfTheStackTakesNoPolicyFromLaterCalls()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DeepStack.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream said = process.getInputStream()) {
      assertThat(new String(said.readAllBytes(), UTF_8).strip())
          .isEqualTo("attempt 3, suppressed 2");
    }
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void allClassesOfTheFailurePathThatNeedItAreNamed() {
    List<String> needed =
        new ClassFileImporter()
            .importPackages(PACKAGES.stream().map(one -> RUNTIME + one).toList()).stream()
                .filter(EmptyStackTest::isOurs)
                .filter(one -> one.getStaticInitializer().isPresent())
                .map(JavaClass::getName)
                .map(name -> name.substring(RUNTIME.length()))
                .toList();

    assertThat(FailureClasses.names()).containsAll(needed);
    assertThat(needed).isNotEmpty();
  }

  @Test
  void allNamesAreThoseOfClasses() {
    assertThat(FailureClasses.names())
        .allSatisfy(name -> assertThat(Class.forName(RUNTIME + name)).isNotNull());
  }

  private static boolean isOurs(JavaClass one) {
    return one.getSource()
        .filter(source -> !source.getUri().getPath().contains("test"))
        .isPresent();
  }
}
