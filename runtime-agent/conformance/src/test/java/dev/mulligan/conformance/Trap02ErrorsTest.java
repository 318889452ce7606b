package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.event.BreakerState;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors pass through at once, and permits come back all the same. */
class Trap02ErrorsTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  private final BreakerSubject behind = Engine.guarded(BreakerSubject.class);

  @ParameterizedTest
  @ValueSource(
      classes = {
        OutOfMemoryError.class,
        StackOverflowError.class,
        NoClassDefFoundError.class,
        AssertionError.class,
        Error.class
      })
  void anErrorIsNeitherRetriedNorWrapped(Class<? extends Error> type) throws Exception {
    Error error = type.getDeclaredConstructor().newInstance();
    Script script = Script.alwaysFailing(call -> error);

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(error);

    assertThat(script.calls()).isEqualTo(1);
    assertThat(error.getSuppressed()).isEmpty();
  }

  @Test
  void anErrorThatThePolicyNamesIsRetried() throws Exception {
    Script script = Script.initiallyFailing(2, call -> new StackOverflowError());

    assertThat(subject.onStackOverflow(script)).isEqualTo("call 3");
  }

  @Test
  void anErrorInHalfOpenGivesItsPermitBack() throws Exception {
    Script failing = Script.alwaysFailing(call -> new IOException());
    assertThatThrownBy(() -> behind.singleProbe(failing)).isInstanceOf(IOException.class);
    time.advance(Duration.ofSeconds(10));

    Script dying = Script.alwaysFailing(call -> new OutOfMemoryError());
    assertThatThrownBy(() -> behind.singleProbe(dying)).isInstanceOf(OutOfMemoryError.class);

    // There is one probe only: had the error kept it, this call would be refused.
    assertThat(behind.singleProbe(Script.succeeding())).isEqualTo("call 1");
    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
  }
}
