package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.guard.Observed;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to a letter, the caller gets the business failure. */
class Trap18StoreFailsTest extends ConformanceTest {
  private final LetterSubject subject = Engine.guarded(LetterSubject.class);
  private final List<MulliganEvent> events = new ArrayList<>();

  /** A store that takes no letter, without a spool before it. */
  private static final class FullStore extends SafetyStore {
    @Override
    public Letter append(Letter letter, Duration limit) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @AfterEach
  void repairTheStore() {
    Observed.keepLettersIn(null);
    SwitchableStore.failing = false;
    Mulligan.deadLetters()
        .list(LetterFilter.waiting())
        .forEach(letter -> Mulligan.deadLetters().discard(letter.id()));
  }

  @Test
  void aStoreThatFailsLeavesTheBusinessFailure() {
    Observed.keepLettersIn(new FullStore());

    Throwable thrown = lose(() -> subject.login("ada", "code"));

    assertThat(thrown).isInstanceOf(IOException.class).hasMessage("refused code");
    assertThat(thrown.getSuppressed()).hasSize(1);
    assertThat(thrown.getSuppressed()[0]).hasMessage("No space left on device");
    assertThat(events).hasAtLeastOneElementOfType(LetterRejected.class);
  }

  @Test
  void aLetterWaitsInTheSpoolWhileItsStoreTakesNone() {
    // In real time: the spool goes on after this test, and its clock must do so, too.
    time.close();
    SwitchableStore.failing = true;

    Throwable thrown = lose(() -> subject.login("ada", "code"));

    assertThat(thrown).isInstanceOf(IOException.class).hasNoSuppressedExceptions();
    assertThat(events).hasAtLeastOneElementOfType(LetterWritten.class);
    List<Letter> kept = Mulligan.deadLetters().list(LetterFilter.waiting().queue("secrets"));
    assertThat(kept).hasSize(1);
    String id = kept.get(0).id();

    SwitchableStore.failing = false;
    Mulligan.deadLetters().discard(id);

    assertThat(Mulligan.deadLetters().find(id).orElseThrow().state())
        .isEqualTo(LetterState.DISCARDED);
  }

  @Test
  void anExceptionWhoseMessageThrowsIsKeptByItsName() {
    Throwable thrown = lose(() -> subject.mute("x"));

    assertThat(thrown).isInstanceOf(LetterSubject.MuteException.class);
    assertThat(events).hasAtLeastOneElementOfType(LetterWritten.class);
    List<Letter> kept = Mulligan.deadLetters().list(LetterFilter.waiting().callId("stable-id"));
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0).failure()).contains("MuteException");
  }

  private Throwable lose(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    try (Subscription all = Mulligan.listen(events::add)) {
      return catchThrowable(call);
    }
  }
}
