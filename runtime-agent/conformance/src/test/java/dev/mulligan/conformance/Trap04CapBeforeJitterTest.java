package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At the cap, delays are still spread. */
class Trap04CapBeforeJitterTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void fullJitterSpreadsBelowTheCap() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.fullJitterAtCap(script)).isInstanceOf(IOException.class);

    assertThat(time.sleeps()).hasSize(499).allMatch(s -> s.compareTo(Duration.ofSeconds(1)) <= 0);
    assertThat(new HashSet<>(time.sleeps())).hasSizeGreaterThan(490);
    // The mean of random(0, 1 s) over 499 draws: 500 ms, with a standard error of 13 ms.
    assertThat(mean(time.sleeps())).isBetween(0.43, 0.57);
  }

  private static double mean(List<Duration> sleeps) {
    return sleeps.stream().mapToLong(Duration::toNanos).average().orElseThrow() / 1e9;
  }
}
