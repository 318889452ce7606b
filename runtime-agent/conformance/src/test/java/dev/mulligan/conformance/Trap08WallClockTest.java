package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The wall clock decides nothing: open time is monotonic. */
class Trap08WallClockTest extends ConformanceTest {
  private final BreakerSubject subject = Engine.guarded(BreakerSubject.class);

  @Test
  void theOpenTimeIsMeasuredOnTheMonotonicClock() throws Exception {
    Script failing = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.singleProbe(failing)).isInstanceOf(IOException.class);

    time.advance(Duration.ofSeconds(10).minusNanos(1));
    assertThatThrownBy(() -> subject.singleProbe(Script.succeeding()))
        .isInstanceOfSatisfying(
            CircuitOpenException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofNanos(1)));

    time.advance(Duration.ofNanos(1));
    assertThat(subject.singleProbe(Script.succeeding())).isEqualTo("call 1");
  }
}
