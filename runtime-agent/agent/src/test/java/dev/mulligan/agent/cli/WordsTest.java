package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "java.net.ConnectException: refused by a.b.C, ConnectException: refused by a.b.C",
    "java.lang.IllegalStateException, IllegalStateException",
    "com.shop.Pay$Declined: no, Declined: no",
    "com.shop.Pay$1: no, Pay$1: no",
    "10.0.0.1: no, 10.0.0.1: no",
    "java.io.IOException:no, java.io.IOException:no",
    "Plain: no, Plain: no",
    "java.util.concurrent.ExecutionException: java.io.IOException: no,"
        + " ExecutionException: IOException: no",
    "ends with java.io.IOException: no, ends with java.io.IOException: no",
    "'', ''"
  })
  void failuresAreToldByTheSimpleNamesOfTheirExceptions(String failure, String simple) {
    assertThat(Words.simple(failure)).isEqualTo(simple);
  }

  @Test
  void ofAFailureTheFirstLineIsTold() {
    assertThat(Words.simple("java.io.IOException: no\nCaused by: java.io.IOException"))
        .isEqualTo("IOException: no");
  }

  @Test
  void aLongNameThatIsNoneCostsNoTime() {
    assertThat(Words.simple("a.".repeat(100_000) + "!")).hasSize(200_001);
    assertThat(Words.simple("a.B: ".repeat(10_000))).hasSize(30_000);
  }

  @Test
  void momentsHaveMilliseconds() {
    assertThat(Words.moment(Instant.parse("2030-01-31T12:00:00.123456789Z")))
        .isEqualTo("2030-01-31T12:00:00.123Z");
    assertThat(Words.moment("2030-01-31T12:00:00Z")).isEqualTo("2030-01-31T12:00:00Z");
    assertThat(Words.moment(null)).isEqualTo("null");
  }

  @Test
  void oneIsSingular() {
    assertThat(Words.count(1, "letter")).isEqualTo("1 letter");
    assertThat(Words.count(0, "letter")).isEqualTo("0 letters");
    assertThat(Words.count(2, "letter")).isEqualTo("2 letters");
  }

  @Test
  void whatIsWrongWithAFileIsSaid() {
    assertThat(Words.of(new NoSuchFileException("/x"))).isEqualTo("there is no /x");
    assertThat(Words.of(new FileAlreadyExistsException("/x"))).isEqualTo("there is /x already");
    assertThat(Words.of(new NotDirectoryException("/x"))).isEqualTo("/x is no folder");
    assertThat(Words.of(new AccessDeniedException("/x")))
        .isEqualTo("/x must not be used by this user");
  }
}
