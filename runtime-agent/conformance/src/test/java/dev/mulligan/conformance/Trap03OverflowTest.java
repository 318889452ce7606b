package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No number of attempts makes a delay negative or longer than the cap. */
class Trap03OverflowTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void tenThousandAttemptsNeverExceedTheCap() {
    Script script = Script.alwaysFailing(call -> new IOException());

    assertThatThrownBy(() -> subject.manyAttempts(script)).isInstanceOf(IOException.class);

    assertThat(script.calls()).isEqualTo(10_000);
    assertThat(time.sleeps())
        .hasSize(9_999)
        .allMatch(sleep -> !sleep.isNegative() && sleep.compareTo(Duration.ofSeconds(60)) <= 0);
    // 1 ms, 10 ms, 100 ms, 1 s, 10 s, then the cap.
    assertThat(time.sleeps().subList(0, 6)).isEqualTo(millis(1, 10, 100, 1_000, 10_000, 60_000));
  }
}
