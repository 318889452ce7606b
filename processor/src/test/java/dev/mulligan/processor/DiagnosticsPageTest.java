package dev.mulligan.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.processor.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that explains every message: its wrong code is wrong, and its right code is right. */
@Execution(ExecutionMode.CONCURRENT)
class DiagnosticsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "diagnostics.md");
  private static final Pattern HEADING = Pattern.compile("^### (\\w+)$", Pattern.MULTILINE);
  private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("^// (-A.*)\n");

  private static final String HEADER =
      """
      package com.acme;

      import dev.mulligan.annotations.*;
      import java.io.*;
      import java.util.concurrent.*;
      import java.util.function.*;

      """;

  private static final String TRANSACTIONAL =
      """
      package jakarta.transaction;

      public @interface Transactional {}
      """;

  @TempDir Path sources;
  @TempDir Path output;

  @Test
  void hasOneSectionForEachMessageAndNoOther() throws IOException {
    assertThat(HEADING.matcher(Files.readString(PAGE)).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Diagnostic.values()).map(Diagnostic::code).toList());
  }

  @Test
  void listsErrorsAndWarningsApart() throws IOException {
    int warnings = Files.readString(PAGE).indexOf("\n## Warnings\n");
    for (Diagnostic diagnostic : Diagnostic.values()) {
      int place = Files.readString(PAGE).indexOf("\n### " + diagnostic.code() + "\n");
      assertThat(place > warnings).as(diagnostic.code()).isEqualTo(diagnostic.isWarning());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INTERNAL")
  void showsWhatIsWrongAndWhatIsRight(Diagnostic diagnostic) throws IOException {
    List<String> examples = examples(section(diagnostic));
    assertThat(examples).hasSize(2);

    assertThat(compile(examples.get(0))).contains("[" + diagnostic.code() + "]");
    assertThat(compile(examples.get(1))).doesNotContain("[Mulligan").doesNotContain("error:");
  }

  static List<Diagnostic> warnings() {
    return Stream.of(Diagnostic.values()).filter(Diagnostic::isWarning).toList();
  }

  @ParameterizedTest
  @MethodSource("warnings")
  void everyWarningCanBeSwitchedOffByItsCode(Diagnostic diagnostic) throws IOException {
    String wrong = examples(section(diagnostic)).get(0);

    String off = "-Amulligan.lint=-" + diagnostic.code();
    assertThat(compile(wrong, off)).doesNotContain("[" + diagnostic.code() + "]");

    String suppress = "@SuppressWarnings(\"" + diagnostic.code() + "\")\n";
    String suppressed =
        Pattern.compile("^(?:@\\w+\n)?(?:class|interface) ", Pattern.MULTILINE)
            .matcher(wrong)
            .replaceAll(type -> Matcher.quoteReplacement(suppress + type.group()));
    assertThat(compile(suppressed)).doesNotContain("[" + diagnostic.code() + "]");
  }

  private static String section(Diagnostic diagnostic) throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf("\n### " + diagnostic.code() + "\n");
    int end = page.indexOf("\n##", begin + 1);
    return page.substring(begin, end < 0 ? page.length() : end);
  }

  private static List<String> examples(String section) {
    return CODE.matcher(section).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private String compile(String example) throws IOException {
    return compile(example, "-Amulligan.lint=all");
  }

  private String compile(String example, String lint) throws IOException {
    Matcher option = OPTION.matcher(example);
    boolean found = option.find();
    String code = found ? example.substring(option.end()) : example;
    String options = "// " + lint + (found ? " " + option.group(1) : "") + "\n";
    Path folder = Files.createTempDirectory(sources, "example");
    Files.writeString(folder.resolve("Transactional.java"), TRANSACTIONAL);
    Files.writeString(folder.resolve("Example.java"), options + HEADER + code);
    return Compilation.of(folder, Files.createTempDirectory(output, "example")).messages();
  }
}
