package dev.mulligan.runtime.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

  @Test
  void secondsAreSeconds() {
    assertThat(RetryAfter.parse("120", null, NOW)).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void allThreeDateFormatsAreRead(String date) {
    assertThat(RetryAfter.parse(date, null, NOW)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void theServersOwnDateMakesSkewHarmless() {
    Instant wrongByYears = Instant.parse("2031-01-01T00:00:00Z");
    assertThat(
            RetryAfter.parse(
                "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:35 GMT", wrongByYears))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "", "Sun, 06 Nov 1994 08:49:29 GMT", "1e9"})
  void pastNegativeAndUnreadableHintsAreNone(String value) {
    assertThat(RetryAfter.parse(value, null, NOW)).isNull();
  }
}
