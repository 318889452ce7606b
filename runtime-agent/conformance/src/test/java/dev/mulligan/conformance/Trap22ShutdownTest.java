package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.guard.Shutdown;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of the process is no failure of the other side, and loses no call. */
class Trap22ShutdownTest extends ConformanceTest {
  private final ShutdownSubject subject = Engine.guarded(ShutdownSubject.class);

  @AfterEach
  void goOn() {
    Shutdown.reset();
  }

  @Test
  void aCallThatWaitsIsKeptForLater() {
    time.onSleep(() -> Mulligan.shutdown(Duration.ZERO));

    assertThatThrownBy(() -> subject.send("x")).isInstanceOf(IOException.class).hasMessage("x");

    assertKeptAfterOneAttempt();
  }

  @Test
  void soIsOneThatWaitsForLeaveToMakeItsNextAttempt() {
    // The delay, and then the wait for the next turn.
    time.onSleep(
        () -> {
          if (time.sleeps().size() == 2) {
            Mulligan.shutdown(Duration.ZERO);
          }
        });

    assertThatThrownBy(() -> subject.inTurn("x"))
        .isInstanceOf(IOException.class)
        .hasMessage("x")
        .hasNoSuppressedExceptions();

    assertKeptAfterOneAttempt();
  }

  private void assertKeptAfterOneAttempt() {
    List<Letter> kept = Mulligan.deadLetters().list(LetterFilter.waiting().queue("ending"));
    kept.forEach(letter -> Mulligan.deadLetters().discard(letter.id()));
    assertThat(kept).extracting(Letter::reason).containsExactly(LetterReason.SHUTDOWN);
    assertThat(subject.calls).isEqualTo(1);
  }

  @Test
  void noBreakerCountsIt() {
    Mulligan.shutdown(Duration.ZERO);

    assertThatThrownBy(() -> subject.guarded("x")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> subject.guarded("x")).isInstanceOf(IOException.class);

    assertThat(stateOf("ending")).isEqualTo(BreakerState.CLOSED);
  }
}
