package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies that mention what another processor writes, or what is not there at all. */
class OthersTypesTest {
  private static final String PAYMENTS =
      """
      package com.acme;

      import dev.mulligan.annotations.*;

      %s
      public class Payments %s {
        %s
        public String pay() { return ""; }
      }
      """;

  private static final String DECLINED =
      "package com.acme; public class CardDeclined extends RuntimeException {}";

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPolicyMayNameAnExceptionThatIsYetToBeWritten(boolean writerFirst) throws IOException {
    Processor writer = new Writing("CardDeclined", DECLINED);
    Processor ours = new MulliganProcessor();

    assertThat(
            wrapper(
                PAYMENTS.formatted("", "", "@Retry(notOn = CardDeclined.class)"),
                writerFirst ? List.of(writer, ours) : List.of(ours, writer)))
        .contains(".retry(\"notOn = com.acme.CardDeclined\")");
  }

  @Test
  void soMayThatOfAClassAnInterfaceOrAnAnnotation() throws IOException {
    String retry = "@Retry(notOn = {IllegalStateException.class, CardDeclined.class})";
    String expected = ".retry(\"notOn = java.lang.IllegalStateException, com.acme.CardDeclined\")";

    assertThat(
            wrapper(
                PAYMENTS.formatted(retry, "", ""),
                List.of(new MulliganProcessor(), new Writing("CardDeclined", DECLINED))))
        .contains(expected);
    assertThat(
            wrapper(
                PAYMENTS.formatted("", "implements Api", "")
                    + "interface Api { %s String pay(); }".formatted(retry),
                List.of(new MulliganProcessor(), new Writing("CardDeclined", DECLINED))))
        .contains(expected);
    assertThat(
            wrapper(
                PAYMENTS.formatted("", "", "@Careful") + retry + " @interface Careful {}",
                List.of(new MulliganProcessor(), new Writing("CardDeclined", DECLINED))))
        .contains(expected);
  }

  @Test
  void whatIsNeverWrittenIsTheCompilersToTell() throws IOException {
    Compilation compilation =
        compile(
            PAYMENTS.formatted(
                    "", "extends Base", "@Retry(maxAttempts = 0, notOn = CardDeclined.class)")
                + "class Base { @Retry Missing<?> find() { return null; } }\n"
                + "class Other extends Base { @Retry void other() {} }\n"
                + "interface Sink { @Retry void put(java.util.List<? extends Gone> all); }\n",
            List.of(new MulliganProcessor()));

    assertThat(compilation.messages())
        .contains("cannot find symbol", "[MulliganBadPolicy]")
        .doesNotContain("[MulliganInternal]", "[MulliganPrivateType]");
    assertThat(compilation.generated()).isEmpty();
  }

  @Test
  void whatALibraryMentionsAndIsNotThereIsAnError() throws IOException {
    Path library = temporary.resolve("library");
    Files.createDirectories(library);
    write(
        library.resolve("Api.java"),
        """
        package com.acme;
        public interface Api {
          @dev.mulligan.annotations.Retry(on = Gone.class) String pay();
        }
        """);
    write(library.resolve("Wide.java"), "package com.acme; public interface Wide { Gone go(); }");
    write(library.resolve("Gone.java"), "package com.acme; public class Gone extends Exception {}");
    Path classes = Files.createDirectories(temporary.resolve("classes"));
    Compilation.of(library, classes, new MulliganProcessor(), "-proc:none");
    Files.delete(classes.resolve("com/acme/Gone.class"));
    String path = System.getProperty("java.class.path") + File.pathSeparator + classes;

    Compilation compilation =
        compile(
            PAYMENTS.formatted("", "implements Api", "")
                + "interface Narrow extends Wide { @dev.mulligan.annotations.Retry void call(); }",
            List.of(new MulliganProcessor()),
            "-classpath",
            path);

    assertThat(compilation.messages())
        .contains("[MulliganBadPolicy] com.acme.Payments#pay: @Retry(on): names a class that is")
        .contains("[MulliganPrivateType] com.acme.Narrow: the wrapper would mention com.acme.Gone")
        .doesNotContain("[MulliganInternal]");
    assertThat(compilation.generated()).isEmpty();
  }

  private String wrapper(String source, List<Processor> processors) throws IOException {
    Compilation compilation = compile(source, processors);
    assertThat(compilation.messages()).doesNotContain("error:", "[Mulligan");
    return compilation.generated().get("ResilientPayments.java");
  }

  private Compilation compile(String source, List<Processor> processors, String... options)
      throws IOException {
    Path folder = Files.createTempDirectory(temporary, "sources");
    write(folder.resolve("Payments.java"), source);
    return Compilation.of(
        folder, Files.createTempDirectory(temporary, "output"), processors, options);
  }

  private static void write(Path file, String source) throws IOException {
    Files.writeString(file, source);
  }

  /** A processor that writes one class in the first round. */
  @SupportedAnnotationTypes("*")
  private static final class Writing extends AbstractProcessor {
    private final String name;
    private final String source;
    private boolean written;

    Writing(String name, String source) {
      this.name = name;
      this.source = source;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Writer file =
            processingEnv.getFiler().createSourceFile("com.acme." + name).openWriter()) {
          file.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
