package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.rejection.CircuitOpenException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An open breaker speaks for itself, with an exception of its own for every call. */
class Trap12OpenIsNoFailureTest extends ConformanceTest {
  private final BreakerSubject subject = Engine.guarded(BreakerSubject.class);

  @Test
  void everyRefusalIsAnotherInstanceThatTellsWhenToComeBack() {
    IOException failure = new IOException();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> subject.threeInARow(Script.alwaysFailing(call -> failure)))
          .isSameAs(failure);
    }
    time.advance(Duration.ofSeconds(4));

    Throwable first = catchThrowable(() -> subject.threeInARow(Script.succeeding()));
    Throwable second = catchThrowable(() -> subject.threeInARow(Script.succeeding()));

    assertThat(first).isInstanceOf(CircuitOpenException.class).isNotSameAs(second);
    assertThat(((CircuitOpenException) first).retryAfter()).isEqualTo(Duration.ofSeconds(6));
    assertThat(first).hasMessageContaining("three").hasMessageContaining("6000 ms");
  }

  @Test
  void aCallThatWasAttemptedEndsWithItsOwnFailure() {
    Script script = Script.alwaysFailing(call -> new IOException());

    // The second failure opens the breaker for an hour; waiting for it makes no sense.
    assertThatThrownBy(() -> subject.retriedBehindBreaker(script)).isSameAs(script.thrown(2));
    assertThat(script.calls()).isEqualTo(2);
    assertThat(time.sleeps()).hasSize(1);

    Script refused = Script.succeeding();
    assertThatThrownBy(() -> subject.retriedBehindBreaker(refused))
        .isInstanceOf(CircuitOpenException.class);
    assertThat(refused.calls()).isZero();
    assertThat(time.sleeps()).hasSize(1);
  }

  @Test
  void whoeverNamesEveryExceptionDoesNotWaitForABreaker() {
    Script script = Script.alwaysFailing(call -> new IllegalStateException());
    assertThatThrownBy(() -> subject.namingEveryException(script)).isSameAs(script.thrown(1));

    Script refused = Script.succeeding();
    assertThatThrownBy(() -> subject.namingEveryException(refused))
        .isInstanceOf(CircuitOpenException.class);

    assertThat(refused.calls()).isZero();
    assertThat(time.sleeps()).isEmpty();
  }
}
