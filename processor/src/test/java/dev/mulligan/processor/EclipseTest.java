package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler of Eclipse, which has declarations and messages of its own making. */
@Execution(ExecutionMode.CONCURRENT)
class EclipseTest {
  /** File, line and code of a message. */
  private static final Pattern PLACE =
      Pattern.compile("^(?:(\\w+\\.java):(\\d+):)?.*(\\[Mulligan\\w+])", Pattern.MULTILINE);

  @TempDir Path output;

  /** That compiler shows no bodies, and what is said of a record's annotation without a place. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "LintMonitorHeld.java",
          "LintRetriedInLoop.java",
          "LintStackedRetries.java",
          "LintSwallowedFailure.java",
          "RecordType.java",
          "SelfCall.java");

  static List<String> good() {
    return Cases.in("good");
  }

  static List<String> bad() {
    return Cases.in("bad").stream().filter(name -> !LEFT_OUT.contains(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("good")
  void writesWhatJavacWrites(String name) {
    Compilation compilation = compile(Path.of("good", name));

    assertThat(compilation.messages()).doesNotContain("error:");
    assertThat(compilation.generated())
        .isEqualTo(GeneratedSourceTest.sources(Cases.FOLDER.resolve("expected").resolve(name)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void saysTheSameOfTheSameLines(String name) {
    Path expected = Cases.FOLDER.resolve("bad").resolve(name.replace(".java", "") + ".expected");

    assertThat(places(compile(Path.of("bad", name)).messages()))
        .containsExactlyInAnyOrderElementsOf(places(Compilation.read(expected)));
  }

  @Test
  void whereJavacIsNotThereBodiesAreNotLookedAt() throws Exception {
    Processor processor =
        (Processor)
            new WithoutJavac()
                .loadClass(MulliganProcessor.class.getName())
                .getConstructor()
                .newInstance();

    Compilation compilation = compile(Path.of("good", "class"), processor);

    assertThat(compilation.messages()).isEmpty();
    assertThat(compilation.generated()).containsKey("ResilientPayments.java");
  }

  /** Eclipse itself shows a processor no classes of javac. */
  private static final class WithoutJavac extends ClassLoader {
    WithoutJavac() {
      super(EclipseTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.sun.source.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.mulligan.processor.") || findLoadedClass(name) != null) {
        return super.loadClass(name, resolve);
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static List<String> places(String messages) {
    return PLACE
        .matcher(messages)
        .results()
        .map(found -> found.group(1) + ":" + found.group(2) + " " + found.group(3))
        .toList();
  }

  private Compilation compile(Path sources) {
    return compile(sources, new MulliganProcessor());
  }

  private Compilation compile(Path sources, Processor processor) {
    return Compilation.by(
        new EclipseCompiler(),
        Cases.FOLDER.resolve(sources),
        output,
        List.of(processor),
        List.of("--release", "17", "-classpath", System.getProperty("java.class.path")));
  }
}
