package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other processors in the same run of the compiler. */
class NeighbourTest {
  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrappersHaveTheConstructorsAndMethodsThatLombokAdds(boolean lombokFirst) throws Exception {
    Processor lombok = create("lombok.launch.AnnotationProcessorHider$AnnotationProcessor");

    compile("lombok", lombok, lombokFirst).run("com.acme.Main");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wrappersMayMentionWhatMapStructWrites(boolean mapStructFirst) throws Exception {
    Processor mapStruct = create("org.mapstruct.ap.MappingProcessor");

    compile("mapstruct", mapStruct, mapStructFirst).run("com.acme.Main");
  }

  @Test
  void aTypeWithLombokAnnotationsIsNotForgottenWhereLombokDoesNotRun() throws IOException {
    Path source = output.resolve("Service.java");
    Files.writeString(
        source,
        """
        class Service {
          Service(@lombok.NonNull String host) {}

          @dev.mulligan.annotations.Retry
          void call() {}
        }
        """);

    Compilation compilation = Compilation.of(source, output, new MulliganProcessor());

    assertThat(compilation.messages()).doesNotContain("error:");
    assertThat(output.resolve("ResilientService.class")).exists();
  }

  private Compilation compile(String sources, Processor neighbour, boolean neighbourFirst) {
    Processor ours = new MulliganProcessor();
    Compilation compilation =
        Compilation.of(
            Cases.FOLDER.resolve("neighbour").resolve(sources),
            output,
            neighbourFirst ? List.of(neighbour, ours) : List.of(ours, neighbour));
    assertThat(compilation.messages()).doesNotContain("error:");
    return compilation;
  }

  /** Neither is for others to call. */
  private static Processor create(String name) throws ReflectiveOperationException {
    var constructor = Class.forName(name).getDeclaredConstructor();
    constructor.setAccessible(true);
    return (Processor) constructor.newInstance();
  }
}
