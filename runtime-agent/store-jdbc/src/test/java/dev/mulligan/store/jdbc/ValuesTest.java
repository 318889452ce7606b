package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void nanosecondsGoThereAndBack() {
    Instant time = Instant.parse("1969-12-31T23:59:59.999999999Z");

    assertThat(Values.nanos(time)).isEqualTo(-1);
    assertThat(Values.instant(-1)).isEqualTo(time);
  }

  @Test
  void timesBeyondTheColumnAreTheEarliestOrLatest() {
    assertThat(Values.nanos(Instant.MIN)).isEqualTo(Long.MIN_VALUE);
    assertThat(Values.nanos(Instant.MAX)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aLeaseWithoutEndIsTheLatestTime() {
    Duration endless = Duration.ofSeconds(Long.MAX_VALUE);

    assertThat(Values.nanos(Values.plus(Instant.EPOCH, endless))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aNameLosesWhatNoDatabaseTakes() {
    assertThat(Values.name("a\0b\uD800c")).isEqualTo("a\uFFFDb\uFFFDc");
    assertThat(Values.isWhole("a\0b")).isFalse();
    assertThat(Values.isWhole("Zürich 😀")).isTrue();
  }

  @Test
  void aLongNameIsCutEvenInTheMiddleOfACharacter() {
    String name = "x".repeat(699) + "😀";

    assertThat(Values.name(name)).isEqualTo("x".repeat(699) + "\uFFFD");
  }

  @Test
  void identitiesAreShortenedAndStayDifferent() {
    assertThat(Values.hash("x".repeat(100_000))).hasSize(64);
    assertThat(Values.hash("a")).isNotEqualTo(Values.hash("A"));
    assertThat(Values.hash("")).isNull();
  }
}
