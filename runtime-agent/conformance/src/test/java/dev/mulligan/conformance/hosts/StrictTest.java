package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code mulligan.strict} a JVM ends where a method is not guarded, and only there. */
class StrictTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "mode=observe", "off=all"})
  void aHealthyProgramRuns(String option) throws Exception {
    HostRun run = jvm("strict=true," + option).run("strict.Brief");

    assertThat(run.value("called")).isEqualTo("fine");
    assertThat(run.output()).doesNotContain("did you mean").doesNotContain("Not guarded");
  }

  @Test
  void aProgramThatEndsAtOnceEndsWithTheExitCode() throws Exception {
    HostRun run = jvm("strict=true").exits(1).run("strict.Brief", "strict.Brief$Unguarded");

    assertThat(run.output())
        .contains("Not guarded: strict.Brief$Unguarded#cannotBeWoven")
        .contains("mulligan.strict is set");
  }

  private HostJvm jvm(String options) throws IOException {
    Path classes = Application.compile(folder, "strict");
    return new HostJvm(folder)
        .agent(HostJars.MULLIGAN, "=" + options)
        .classPath(classes, HostJars.ANNOTATIONS);
  }
}
