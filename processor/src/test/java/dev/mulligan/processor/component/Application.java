package dev.mulligan.processor.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.Cases;
import dev.mulligan.processor.Compilation;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;

/** An application of the folder {@code component}, whose class {@code Main} checks itself. */
final class Application {
  private Application() {}

  static Compilation compile(
      String name, Path output, List<? extends Processor> processors, String... options) {
    Path sources = Cases.FOLDER.resolve("component").resolve(name);
    return Compilation.of(sources, output, processors, options);
  }

  static void run(Compilation compilation) throws Exception {
    assertThat(compilation.messages()).doesNotContain("error:");
    compilation.run("com.acme.Main");
  }
}
