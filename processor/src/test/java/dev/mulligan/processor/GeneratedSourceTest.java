package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class GeneratedSourceTest {
  @TempDir Path output;

  static List<String> cases() {
    return Cases.in("good");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isWhatAPersonWouldHaveWritten(String name) {
    Path expected = Cases.FOLDER.resolve("expected").resolve(name);

    Compilation compilation = Compilation.of(Cases.FOLDER.resolve("good").resolve(name), output);

    assertThat(compilation.messages()).isEmpty();
    if (Cases.REWRITE) {
      compilation
          .generated()
          .forEach((file, source) -> Cases.write(expected.resolve(file), source));
    }
    assertThat(compilation.generated()).isEqualTo(sources(expected));
  }

  static Map<String, String> sources(Path folder) {
    Map<String, String> sources = new TreeMap<>();
    if (Files.exists(folder)) {
      Cases.in(Path.of("expected", folder.getFileName().toString()).toString())
          .forEach(file -> sources.put(file, Compilation.read(folder.resolve(file))));
    }
    return sources;
  }
}
