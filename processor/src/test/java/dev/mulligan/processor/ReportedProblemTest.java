package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class ReportedProblemTest {
  @TempDir Path output;

  static List<String> cases() {
    return Cases.in("bad");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isShownWhereItIsWritten(String name) {
    Path folder = Cases.FOLDER.resolve("bad");
    Path expected = folder.resolve(name.replace(".java", "") + ".expected");

    String messages = Compilation.of(folder.resolve(name), output).messages() + "\n";

    if (Cases.REWRITE) {
      Cases.write(expected, messages);
    }
    assertThat(messages).contains("[Mulligan").isEqualTo(Compilation.read(expected));
  }
}
