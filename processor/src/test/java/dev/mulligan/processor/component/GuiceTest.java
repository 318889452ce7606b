package dev.mulligan.processor.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.Compilation;
import dev.mulligan.processor.MulliganProcessor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuiceTest {
  @TempDir Path output;

  @Test
  void anInjectorCreatesWrappersWithTheirScopesAndQualifiers() throws Exception {
    Compilation compilation =
        Application.compile(
            "guice", output, List.of(new MulliganProcessor()), "-Amulligan.component=jsr330");

    assertThat(compilation.messages()).isEmpty();
    Application.run(compilation);
  }
}
