package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** An interrupt ends the waiting, keeps its flag, and leaves the business failure. */
class Trap01InterruptedBackoffTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void anInterruptDuringBackoffThrowsTheLastBusinessFailure() {
    Script script = Script.alwaysFailing(call -> new IOException("call " + call));
    // 100 ms, then 200 ms: the interrupt comes in the second wait.
    time.onSleep(
        () -> {
          if (time.sleeps().size() == 2) {
            Thread.currentThread().interrupt();
          }
        });

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(2));

    assertThat(script.calls()).isEqualTo(2);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(script.thrown(2).getSuppressed())
        .hasSize(2)
        .contains(script.thrown(1))
        .hasAtLeastOneElementOfType(InterruptedException.class);
  }

  @Test
  void aThreadThatIsInterruptedAlreadyDoesNotRetryAtAll() {
    Script script =
        Script.alwaysFailing(call -> new IOException()).doing(Thread.currentThread()::interrupt);

    assertThatThrownBy(() -> subject.withoutDelay(script)).isSameAs(script.thrown(1));

    assertThat(script.calls()).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void anInterruptedExceptionOfTheMethodItselfIsNotRetried() {
    Script script = Script.alwaysFailing(call -> new InterruptedException());

    assertThatThrownBy(() -> subject.fourAttempts(script)).isSameAs(script.thrown(1));

    assertThat(script.calls()).isEqualTo(1);
  }

  @Test
  void noneEvenWhereThePolicyNamesEveryException() {
    Script script = Script.alwaysFailing(call -> new InterruptedException());

    assertThatThrownBy(() -> subject.onAnyException(script)).isSameAs(script.thrown(1));

    assertThat(script.calls()).isEqualTo(1);
  }
}
