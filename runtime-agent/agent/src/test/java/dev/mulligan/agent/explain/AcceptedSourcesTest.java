package dev.mulligan.agent.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.policyfile.PolicyFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

  /** Need an option, a library, or what the processor would generate. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "async_adapter",
          "component_jsr330",
          "component_spring",
          "constructor_annotations",
          "inherited",
          "waits_for_other_wrapper");

  @TempDir private Path classes;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOOD)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !LEFT_OUT.contains(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areWoven(String name) throws IOException {
    compile(GOOD.resolve(name));
    Explainer explainer = new Explainer(PolicyFile.NONE);
    explainer.add(classes);

    assertThat(explainer.explain()).filteredOn(Explained::isUnguarded).isEmpty();
  }

  private void compile(Path sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> found = Files.walk(sources)) {
      var java = found.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options = List.of("-proc:none", "-Xlint:none", "-d", classes.toString());
      var units = files.getJavaFileObjectsFromPaths(java);
      assertThat(compiler.getTask(messages, files, null, options, null, units).call())
          .as(messages.toString())
          .isTrue();
    }
  }
}
