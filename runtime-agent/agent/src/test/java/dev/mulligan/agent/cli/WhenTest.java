package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class WhenTest {
  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

  private final When when = new When(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aDurationIsSoLongAgo() {
    assertThat(when.convert("2h")).isEqualTo("2030-01-31T10:00:00Z");
    assertThat(when.convert("7d")).isEqualTo("2030-01-24T12:00:00Z");
    assertThat(when.convert("PT30M")).isEqualTo("2030-01-31T11:30:00Z");
  }

  @Test
  void anInstantIsItself() {
    assertThat(when.convert("2029-12-31T23:59:59.5Z")).isEqualTo("2029-12-31T23:59:59.5Z");
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> when.convert("soon"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("'soon' is neither a duration");
  }

  @Test
  void anAgeIsInItsLargestUnit() {
    assertThat(LettersListCommand.age("2030-01-29T11:00:00Z", NOW)).isEqualTo("2d");
    assertThat(LettersListCommand.age("2030-01-31T09:30:00Z", NOW)).isEqualTo("2h");
    assertThat(LettersListCommand.age("2030-01-31T11:01:00Z", NOW)).isEqualTo("59m");
    assertThat(LettersListCommand.age("2030-01-31T12:00:07Z", NOW))
        .as("another's clock")
        .isEqualTo("0s");
  }
}
