package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.of(Main.class)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void theShellLearnsCommandsAndOptions() {
    assertThat(run("generate-completion", "mull")).isZero();
    assertThat(out.toString())
        .contains("function _picocli_mull_letters_replay()", "'--stop-on-failure'", "STORED")
        .contains("complete -F _complete_mull -o default mull")
        .doesNotContain("java -jar");
  }

  @Test
  void aNameThatIsNoneIsRefused() {
    assertThat(run("generate-completion", "x; rm -r .")).isEqualTo(Main.USAGE);
    assertThat(out.toString()).isEmpty();
  }
}
