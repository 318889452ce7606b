package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Half-open admits its probes and no more, and never sticks. */
class Trap10HalfOpenPermitsTest extends ConformanceTest {
  private final BreakerSubject subject = Engine.guarded(BreakerSubject.class);

  @BeforeEach
  void openTheBreaker() {
    Script failing = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> subject.singleProbe(failing)).isInstanceOf(IOException.class);
    time.advance(Duration.ofSeconds(10));
  }

  @Test
  void aSecondProbeIsRefusedWhileTheFirstIsUnderWay() throws Exception {
    Script inner = Script.succeeding();
    Script outer =
        Script.succeeding()
            .doing(
                () ->
                    assertThatThrownBy(() -> subject.singleProbe(inner))
                        .isInstanceOf(CircuitOpenException.class));

    assertThat(subject.singleProbe(outer)).isEqualTo("call 1");

    assertThat(inner.calls()).isZero();
    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void aNeutralResultGivesItsPermitBack() throws Exception {
    Script refused = Script.alwaysFailing(call -> new IllegalArgumentException());
    assertThatThrownBy(() -> subject.singleProbe(refused))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stateOf("single")).isEqualTo(BreakerState.HALF_OPEN);

    assertThat(subject.singleProbe(Script.succeeding())).isEqualTo("call 1");
    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void aProbeThatNeverReturnsDoesNotHoldTheBreakerForEver() throws Exception {
    Script later = Script.succeeding();
    Script hanging =
        Script.succeeding()
            .doing(
                () -> {
                  time.advance(Duration.ofSeconds(11));
                  try {
                    subject.singleProbe(later);
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                });

    subject.singleProbe(hanging);

    assertThat(later.calls()).isEqualTo(1);
    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void aResultOfAnEarlierPeriodChangesNothing() {
    Script late =
        Script.alwaysFailing(call -> new IOException())
            .doing(() -> Mulligan.breakers().close("single"));

    assertThatThrownBy(() -> subject.singleProbe(late)).isInstanceOf(IOException.class);

    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
  }
}
