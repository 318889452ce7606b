package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.rejection.CallInterruptedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An interrupt ends the waiting, keeps its flag, and leaves the business failure. */
class Trap01InterruptedBackoffTest extends ConformanceTest {
  private final RetrySubject subject = Engine.guarded(RetrySubject.class);

  @Test
  void anInterruptDuringBackoffThrowsTheLastBusinessFailure() {
    Script script = Script.alwaysFailing(call -> new IOException("call " + call));
    // 100 ms, then 200 ms: the interrupt comes in the second wait.
    interruptSleep(2);

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
  void soDoesOneDuringTheWaitForLeaveToMakeTheNextAttempt() {
    Script script = Script.alwaysFailing(call -> new IOException("call " + call));
    // The delay, and then the wait for the next turn.
    interruptSleep(2);

    assertThatThrownBy(() -> subject.inTurn(script)).isSameAs(script.thrown(1));

    assertThat(script.calls()).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(script.thrown(1).getSuppressed())
        .singleElement()
        .isInstanceOf(InterruptedException.class);
    List<Letter> kept = Mulligan.deadLetters().list(LetterFilter.waiting().queue("interrupted"));
    kept.forEach(letter -> Mulligan.deadLetters().discard(letter.id()));
    assertThat(kept).extracting(Letter::reason).containsExactly(LetterReason.INTERRUPTED);
  }

  @Test
  void beforeTheFirstAttemptThereIsNoBusinessFailureAndTheInterruptIsTold() throws Exception {
    Script script = Script.succeeding();
    time.advance(Duration.ofMinutes(1));
    subject.inTurn(script);
    interruptSleep(1);

    assertThatThrownBy(() -> subject.inTurn(script))
        .isInstanceOf(CallInterruptedException.class)
        .satisfies(
            told ->
                assertThat(told.getSuppressed())
                    .singleElement()
                    .isInstanceOf(InterruptedException.class));

    assertThat(script.calls()).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  private void interruptSleep(int number) {
    time.onSleep(
        () -> {
          if (time.sleeps().size() == number) {
            Thread.currentThread().interrupt();
          }
        });
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
