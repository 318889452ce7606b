package dev.mulligan.processor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.Compilation;
import dev.mulligan.processor.MulliganProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  private static final Path CASE = Path.of("src", "test", "resources", "catalogue");
  private static final Path SHOP = CASE.resolve("shop");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path output;
  @TempDir Path sources;

  @Test
  void listsTheGuardedCallsAndWhatTheirLettersHold() throws IOException {
    Compilation.of(SHOP, output);

    assertIsExpected(CatalogueFile.NAME, "shop.json");
  }

  @Test
  void tellsNativeImagesWhatToKeep() throws IOException {
    Compilation.of(SHOP, output);

    assertIsExpected(CatalogueFile.REACHABILITY, "shop-reachability.json");
  }

  @Test
  void isTheSameWhenOnlyOneFileIsCompiledAgain() throws IOException {
    Compilation.of(SHOP, output);
    String whole = catalogue();

    compileAgain(SHOP.resolve("Stock.java"));
    assertThat(catalogue()).isEqualTo(whole);

    compileAgain(SHOP.resolve("Payments.java"));
    assertThat(catalogue()).isEqualTo(whole);
  }

  @Test
  void isTheSameWhenItIsMadeFromClassFilesAsGradleDoes() throws IOException {
    Compilation.of(SHOP, output);
    String whole = catalogue();
    Files.delete(output.resolve(CatalogueFile.NAME));
    deleteGenerated();

    List<String> options =
        List.of(
            "-proc:only",
            "-Amulligan.lint=none",
            "-d",
            output.toString(),
            "-cp",
            CLASS_PATH + File.pathSeparator + output,
            "-processor",
            MulliganProcessor.class.getName(),
            "com.shop.Payments",
            "com.shop.Stock");
    int exit =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));

    assertThat(exit).isZero();
    assertThat(catalogue()).isEqualTo(whole);
  }

  @Test
  void forgetsWhatIsGone() throws IOException {
    copy("Stock.java", text -> text);
    copy("Payments.java", text -> text);
    Compilation.of(sources, output);
    Files.delete(output.resolve("com/shop/Payments.class"));

    compileAgain(sources.resolve("Stock.java"));

    assertThat(catalogue()).contains("com.shop.Stock").doesNotContain("Payments");
  }

  @Test
  void forgetsPoliciesThatWereTakenAway() throws IOException {
    Compilation.of(SHOP, output);
    Path changed = copy("Payments.java", text -> text.replaceAll("@(Retry|DeadLetter).*\n", "\n"));

    compileAgain(changed);

    assertThat(catalogue()).contains("com.shop.Stock").doesNotContain("Payments");
  }

  @Test
  void aChangedFieldChangesTheFingerprintOfTheCallsThatHoldIt() throws IOException {
    Path payments = copy("Payments.java", text -> text);
    Compilation.of(sources, output);
    List<String> before = fingerprints();

    Files.writeString(payments, Files.readString(payments).replace("long cents", "int cents"));
    compileAgain(payments);

    assertThat(fingerprints()).hasSize(3).element(0).isEqualTo(before.get(0));
    assertThat(fingerprints().subList(1, 3)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void isMadeAnewIfItCannotBeRead() throws IOException {
    Files.createDirectories(output.resolve(CatalogueFile.NAME).getParent());
    for (String broken : List.of("", "[]", "{\"format\": 2}", "{\"format\": 1, \"calls\": [{}]}")) {
      Files.writeString(output.resolve(CatalogueFile.NAME), broken);

      assertThat(compileAgain(SHOP.resolve("Stock.java")).messages()).isEmpty();
      assertThat(catalogue()).contains("com.shop.Stock#count(java.lang.String)");
    }
  }

  @Test
  void isNotThereWithoutCalls() throws IOException {
    Path plain = Files.writeString(sources.resolve("Plain.java"), "class Plain {}");
    Compilation.of(plain, output);

    assertThat(output.resolve(CatalogueFile.NAME)).doesNotExist();
  }

  private void assertIsExpected(String name, String expected) throws IOException {
    String written = Files.readString(output.resolve(name));
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(CASE.resolve(expected), written);
    }
    assertThat(written).isEqualTo(Files.readString(CASE.resolve(expected)));
  }

  private Compilation compileAgain(Path file) {
    String path = CLASS_PATH + File.pathSeparator + output;
    return Compilation.of(file, output, new MulliganProcessor(), "-cp", path);
  }

  private List<String> fingerprints() throws IOException {
    return catalogue()
        .lines()
        .filter(line -> line.contains("\"fingerprint\""))
        .map(String::strip)
        .toList();
  }

  private Path copy(String file, UnaryOperator<String> change) throws IOException {
    return Files.writeString(
        sources.resolve(file), change.apply(Files.readString(SHOP.resolve(file))));
  }

  private void deleteGenerated() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("Res")).toList()) {
        Files.delete(file);
      }
    }
  }

  private String catalogue() throws IOException {
    return Files.readString(output.resolve(CatalogueFile.NAME));
  }
}
