package dev.mulligan.processor.component;

import dagger.internal.codegen.ComponentProcessor;
import dev.mulligan.processor.Compilation;
import dev.mulligan.processor.MulliganProcessor;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dagger's processor waits for the wrappers that ours writes in the same run of the compiler. */
class DaggerTest {
  @TempDir Path output;

  @Test
  void aComponentCreatesWrappersThatAreWrittenBeforeIt() throws Exception {
    Application.run(compile(new MulliganProcessor(), new ComponentProcessor()));
  }

  @Test
  void aComponentWaitsForWrappersThatAreWrittenAfterIt() throws Exception {
    Application.run(compile(new ComponentProcessor(), new MulliganProcessor()));
  }

  private Compilation compile(Processor first, Processor second) {
    return Application.compile(
        "dagger", output, List.of(first, second), "-Amulligan.component=jsr330");
  }
}
