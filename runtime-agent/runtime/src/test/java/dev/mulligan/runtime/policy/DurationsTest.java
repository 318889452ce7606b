package dev.mulligan.runtime.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "200ms, PT0.2S",
    "1s, PT1S",
    "5m, PT5M",
    "2h, PT2H",
    "30d, PT720H",
    "7us, PT0.000007S",
    "0ms, PT0S",
    "' 10 s ', PT10S",
    "PT0.5S, PT0.5S",
    "P1DT2H, PT26H"
  })
  void readsAmountsWithUnitsAndIso(String text, Duration expected) {
    assertThat(Durations.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "fast", "5 parsecs", "-5s", "1.5s", "5sec", "s"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a duration such as 200ms");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999d", "999999999999999999s", "PT99999999999999H"})
  void refusesWhatNoClockCanCount(String text) {
    assertThatThrownBy(() -> Durations.parse(text)).hasMessage("is longer than 292 years");
  }

  @ParameterizedTest
  @ValueSource(strings = {"200ms", "1s", "90s", "5m", "30d", "1500us", "3ns", "0ms"})
  void writesWhatItReads(String text) {
    assertThat(Durations.parse(Durations.format(Durations.parse(text))))
        .isEqualTo(Durations.parse(text));
  }
}
