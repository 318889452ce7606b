package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.fault.FaultPoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultPlanTest {
  private static final FaultPoint FETCH = new FaultPoint("pages", PageClient.class, "fetch");
  private static final FaultPoint MANY = new FaultPoint("many", PageClient.class, "many");

  /** Found by its simple name. */
  static final class OwnException extends RuntimeException {
    private OwnException() {}
  }

  /** Cannot be created by the testkit. */
  static final class DemandingException extends RuntimeException {
    DemandingException(int code) {
      super("code " + code);
    }
  }

  @Test
  void stepsLastOneAttemptAndTheLastForEver() {
    assertThat(decisions("fetch: IOException, then 429 retry-after 2s, then 503", 5))
        .containsExactly("IOException", "429 retry-after 2s", "503", "503", "503");
  }

  @Test
  void aNumberLimitsAStepAndBodiesRunAfterTheLast() {
    assertThat(decisions("fetch: 2 times IOException, once slow 2s, 1 time 503", 5))
        .containsExactly("IOException", "IOException", "slow 2s", "503", "ok");
  }

  @Test
  void everyKindOfFaultIsRead() {
    assertThat(
            decisions(
                "fetch: slow 1s 503, timeout 2s, error OutOfMemoryError, ok,"
                    + " OwnException, java.sql.SQLException 'gone', SQLException",
                7))
        .containsExactly(
            "slow 1s 503",
            "timeout 2s",
            "OutOfMemoryError",
            "ok",
            "OwnException",
            "SQLException",
            "SQLException");
  }

  @Test
  void aMessageIsKept() {
    Fault fault = parse("fetch: IOException \"reset, by: peer\"").steps().get(0).fault();

    assertThat(((Fault.Throws) fault).happen(FETCH, null))
        .isInstanceOf(IOException.class)
        .hasMessage("reset, by: peer");
  }

  @Test
  void chancesDependOnTheSeedAlone() {
    List<String> one = decisions("*: 30% 503", 1000, 42, FETCH);

    assertThat(decisions("*: 30% 503", 1000, 42, FETCH)).isEqualTo(one);
    assertThat(decisions("*: 30% 503", 1000, 43, FETCH)).isNotEqualTo(one);
    assertThat(decisions("*: 30% 503", 1000, 42, MANY)).isNotEqualTo(one);
    // 1000 draws at 30%: mean 300, deviation sqrt(1000 * 0.3 * 0.7) = 14.5; five of them are 73.
    assertThat(one.stream().filter("503"::equals)).hasSizeBetween(227, 373);
  }

  @Test
  void everyMethodHasAPositionOfItsOwn() {
    FaultQueue queue = new FaultQueue(parse("*: once 503"), false, 1);

    assertThat(queue.next(FETCH).text()).isEqualTo("503");
    assertThat(queue.next(MANY).text()).isEqualTo("503");
    assertThat(queue.next(FETCH).text()).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource({
    "fetch, true",
    "pages, true",
    "PageClient.fetch, true",
    "dev.mulligan.testkit.PageClient.fetch, true",
    "*, true",
    "PageClient, false",
    "etch, false"
  })
  void methodsAnswerToTheirNames(String which, boolean matches) {
    assertThat(new FaultQueue(parse(which + ": 503"), false, 1).matches(FETCH)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          fetch | 5 | expected '<method>: <step>, then <step>', but there is no ':'
          : 503 | 0 | expected a method, a policy or '*' before the ':'
          fetch: | 6 | expected an exception, an HTTP status, 'slow', 'timeout', 'error' or 'ok', but there is the end
          fetch: 503, then | 16 | expected an exception, an HTTP status, 'slow', 'timeout', 'error' or 'ok', but there is the end
          fetch: 503 504 | 11 | expected ', then' and another step, or the end, but there is '504'
          fetch: 200 | 7 | expected an HTTP status from 400 to 599, 'N times' or 'P%', but there is '200'
          fetch: 2 tmes 503 | 7 | expected an HTTP status from 400 to 599, 'N times' or 'P%', but there is '2'
          fetch: 0 times 503 | 7 | expected a number of attempts, at least 1, but there is '0'
          fetch: 120% 503 | 7 | expected a percentage from 1 to 100, but there is '120'
          fetch: 50% ok | 7 | a share of ok is always ok; leave it out
          fetch: slow 2 | 12 | expected a duration, but '2' is not a duration such as 200ms, 1s, 5m, 30d or PT0.2S
          fetch: 429 retry-after | 22 | expected a duration, but the end is not a duration such as 200ms, 1s, 5m, 30d or PT0.2S
          fetch: SocketTimeoutExeption | 7 | there is no exception SocketTimeoutExeption; did you mean SocketTimeoutException?
          fetch: OwnExeption | 7 | there is no exception OwnExeption; did you mean OwnException?
          fetch: OutOfMemoryError | 7 | OutOfMemoryError is an Error; write 'error' before it
          fetch: error IOException | 13 | IOException is not an Error; leave 'error' out
          fetch: error | 12 | expected the name of an Error, but there is the end
          fetch: DemandingException | 7 | dev.mulligan.testkit.FaultPlanTest$DemandingException has no constructor that takes a message or nothing
          fetch: IOException "x | 19 | this quote is not closed
          fetch: IOException; 503 | 18 | ';' has no meaning here
          """)
  void aMistakeIsToldWithItsPlace(String text, int position, String problem) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOfSatisfying(
            FaultSyntaxException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessage(
            "%s, at position %d:\n  %s\n  %s^", problem, position, text, " ".repeat(position));
  }

  private static FaultPlan parse(String text) {
    return FaultPlan.parse(text, FaultPlanTest.class);
  }

  private static List<String> decisions(String text, int count) {
    return decisions(text, count, 1, FETCH);
  }

  private static List<String> decisions(String text, int count, long seed, FaultPoint at) {
    FaultQueue queue = new FaultQueue(parse(text), false, seed);
    List<String> decisions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      decisions.add(queue.next(at).text());
    }
    return decisions;
  }
}
