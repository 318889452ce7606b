package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.event.BreakerState;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A failure that does not count is no success either. */
class Trap11NeutralTest extends ConformanceTest {
  private final BreakerSubject subject = Engine.guarded(BreakerSubject.class);

  @Test
  void neutralFailuresNeitherOpenNorResetTheBreaker() {
    fail(new IOException());
    fail(new IOException());
    fail(new IllegalArgumentException());
    assertThat(stateOf("three")).isEqualTo(BreakerState.CLOSED);

    fail(new IOException());

    assertThat(stateOf("three")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void neutralFailuresDoNotCloseAHalfOpenBreaker() {
    fail(new IOException());
    fail(new IOException());
    fail(new IOException());
    time.advance(Duration.ofSeconds(10));

    for (int i = 0; i < 20; i++) {
      fail(new IllegalArgumentException());
    }

    assertThat(stateOf("three")).isEqualTo(BreakerState.HALF_OPEN);
  }

  @Test
  void neutralFailuresDoNotDiluteTheRate() throws Exception {
    // 5 of 10 counted calls fail, whatever else happens in between.
    for (int i = 0; i < 5; i++) {
      subject.tenCalls(Script.succeeding());
      assertThatThrownBy(
              () -> subject.tenCalls(Script.alwaysFailing(c -> new IllegalArgumentException("x"))))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> subject.tenCalls(Script.alwaysFailing(c -> new IOException())))
          .isInstanceOf(IOException.class);
    }

    assertThat(stateOf("calls")).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void anInterruptIsNeutralEvenWhereThePolicyNamesEveryException() {
    Script interrupted = Script.alwaysFailing(call -> new InterruptedException());

    assertThatThrownBy(() -> subject.namingEveryException(interrupted))
        .isSameAs(interrupted.thrown(1));

    assertThat(stateOf("broad")).isEqualTo(BreakerState.CLOSED);
  }

  private void fail(Exception failure) {
    assertThatThrownBy(() -> subject.threeInARow(Script.alwaysFailing(call -> failure)))
        .isSameAs(failure);
  }
}
