package dev.mulligan.processor.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.Compilation;
import dev.mulligan.processor.MulliganProcessor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringTest {
  @TempDir Path output;

  @Test
  void aContextInjectsWrappersInPlaceOfWhatTheyWrap() throws Exception {
    Compilation compilation = compile("spring");

    assertThat(compilation.messages()).isEmpty();
    Application.run(compilation);
  }

  @Test
  void aTargetThatIsStillABeanIsWarnedOfAndNotInjected() throws Exception {
    Compilation compilation = compile("spring_stereotype");

    assertThat(compilation.messages())
        .startsWith("Payments.java:6:1: warning: [MulliganTwoComponents] com.acme.Payments: ");
    Application.run(compilation);
  }

  private Compilation compile(String name) {
    return Application.compile(
        name, output, List.of(new MulliganProcessor()), "-Amulligan.component=spring");
  }
}
