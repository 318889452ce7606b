package dev.mulligan.agent.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mulligan.agent.policyfile.PolicyFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor's tests show to be right is woven. */
class AcceptedSourcesTest {
  private static final Path GOOD = Path.of("../../processor/src/test/resources/good");

  /** Needs an option. */
  private static final String LEFT_OUT = "async_adapter";

  /** A wrapper goes around what has no body to weave. */
  private static final String NATIVE = "a native method has no body to weave";

  @TempDir private Path classes;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOOD)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals(LEFT_OUT))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areWoven(String name) throws IOException {
    assumeTrue(compile(GOOD.resolve(name)), "needs a library, or what the processor generates");
    Explainer explainer = new Explainer(PolicyFile.NONE);
    explainer.add(classes);

    assertThat(explainer.explain())
        .filteredOn(Explained::isUnguarded)
        .extracting(explained -> explained.finding().reason())
        .allMatch(NATIVE::equals);
  }

  private boolean compile(Path sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      var java = found.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options = List.of("-proc:none", "-Xlint:none", "-d", classes.toString());
      var units = files.getJavaFileObjectsFromPaths(java);
      return compiler.getTask(new StringWriter(), files, null, options, null, units).call();
    }
  }
}
