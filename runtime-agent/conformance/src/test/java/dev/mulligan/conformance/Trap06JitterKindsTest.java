package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of jitter follows its published formula. */
class Trap06JitterKindsTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void equalJitterKeepsHalfAndSpreadsHalf() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.equalJitter(script)).isInstanceOf(IOException.class);

    // 100, 200, 400, 800 ms, then the cap of 1 s: each sleep is between half of that and all of it.
    List<Duration> caps = millis(100, 200, 400, 800);
    for (int i = 0; i < time.sleeps().size(); i++) {
      Duration cap = i < caps.size() ? caps.get(i) : Duration.ofSeconds(1);
      assertThat(time.sleeps().get(i)).isBetween(cap.dividedBy(2), cap);
    }
    assertThat(new HashSet<>(time.sleeps())).hasSizeGreaterThan(490);
  }

  @Test
  void decorrelatedJitterDependsOnTheSleepBefore() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.decorrelatedJitter(script)).isInstanceOf(IOException.class);

    Duration base = Duration.ofMillis(100);
    Duration previous = base;
    for (Duration sleep : time.sleeps()) {
      Duration most = previous.multipliedBy(3);
      assertThat(sleep).isBetween(base, min(most, Duration.ofSeconds(1)));
      previous = sleep;
    }
    assertThat(new HashSet<>(time.sleeps())).hasSizeGreaterThan(200);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
