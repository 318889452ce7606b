package dev.mulligan.runtime.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

  @ParameterizedTest
  @CsvSource({"120, 120", "' 120 ', 120", "1, 1", "000000000000007, 7"})
  void secondsAreSeconds(String value, long seconds) {
    assertThat(RetryAfter.parse(value, null, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        // Not of the three formats, yet clear.
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Mon, 06 Nov 1994 08:49:37 GMT"
      })
  void allThreeDateFormatsAreRead(String date) {
    assertThat(RetryAfter.parse(date, null, NOW)).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void theServersOwnDateMakesSkewHarmless(String date) {
    Instant wrongByYears = Instant.parse("2031-01-01T00:00:00Z");
    assertThat(RetryAfter.parse(date, "Sun, 06 Nov 1994 08:49:35 GMT", wrongByYears))
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:39 GMT", date, wrongByYears))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void anUnreadableDateOfTheServerIsLikeNone() {
    assertThat(RetryAfter.parse("Sun, 06 Nov 1994 08:49:37 GMT", "today", NOW))
        .isEqualTo(Duration.ofSeconds(7));
  }

  // A two-digit year is in the next 50 years or else in the past: 44 is 2044, 45 is 1945.
  @Test
  void aYearOfTwoDigitsIsNeverMoreThanFiftyYearsAhead() {
    assertThat(RetryAfter.parse("Sunday, 06-Nov-44 08:49:30 GMT", null, NOW)).isNotNull();
    assertThat(RetryAfter.parse("Sunday, 06-Nov-45 08:49:30 GMT", null, NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-5",
        "+5",
        "1.5",
        "soon",
        "",
        ",",
        " ",
        "Sun, 06 Nov 1994 08:49:29 GMT",
        "Sun, 06 Nov 1994 08:49:30 GMT",
        "Sun, 31 Feb 2094 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "1e9",
        "\u0661\u0662"
      })
  void pastNegativeAndUnreadableHintsAreNone(String value) {
    assertThat(RetryAfter.parse(value, null, NOW)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000001",
        "9223372036854775807",
        "9223372036854775808",
        "99999999999999999999999999999999",
        "Fri, 31 Dec 9999 23:59:59 GMT"
      })
  void absurdHintsAreBoundedRatherThanOverflow(String value) {
    assertThat(RetryAfter.parse(value, null, NOW)).isEqualTo(Duration.ofSeconds(1_000_000_000));
    assertThat(RetryAfter.LONGEST.toNanos()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"1500, 1500", "0,", "-1,", "1.5,", "99999999999999999999, 1000000000000"})
  void millisecondsAreReadLikewise(String value, Long millis) {
    assertThat(RetryAfter.millis(value))
        .isEqualTo(millis == null ? null : Duration.ofMillis(millis));
  }

  // 200,000 texts: real ones with one to four characters replaced, removed or doubled.
  @Test
  void anyTextGivesNothingOrAPositiveWait() {
    String[] seeds = {
      "120",
      "Sun, 06 Nov 1994 08:49:37 GMT",
      "Sunday, 06-Nov-94 08:49:37 GMT",
      "Sun Nov  6 08:49:37 1994",
      "999999999999999999999"
    };
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      String value = mangled(seeds[random.nextInt(seeds.length)], random);
      String sent = mangled(seeds[random.nextInt(seeds.length)], random);
      Duration wait = RetryAfter.parse(value, sent, NOW);
      if (wait != null) {
        assertThat(wait).as("%s sent %s", value, sent).isPositive();
        assertThat(wait).isLessThanOrEqualTo(RetryAfter.LONGEST);
      }
    }
  }

  private static String mangled(String seed, Random random) {
    String alphabet = "0123456789 ,:-+.GMTSunNové\u0000\u0661";
    StringBuilder text = new StringBuilder(seed);
    for (int n = 1 + random.nextInt(4); n > 0 && !text.isEmpty(); n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
        case 1 -> text.deleteCharAt(at);
        default -> text.insert(at, text.charAt(at));
      }
    }
    return text.toString();
  }
}
