package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to a letter, the caller gets the business failure. */
class Trap18StoreFailsTest extends ConformanceTest {
  private final LetterSubject subject = Engine.guarded(LetterSubject.class);
  private final List<MulliganEvent> events = new ArrayList<>();

  @AfterEach
  void repairTheStore() {
    SwitchableStore.failing = false;
    Mulligan.deadLetters()
        .list(LetterFilter.waiting())
        .forEach(letter -> Mulligan.deadLetters().discard(letter.id()));
  }

  @Test
  void aStoreThatFailsLeavesTheBusinessFailure() {
    SwitchableStore.failing = true;

    Throwable thrown = lose(() -> subject.login("ada", "code"));

    assertThat(thrown).isInstanceOf(IOException.class).hasMessage("refused code");
    assertThat(thrown.getSuppressed()).hasSize(1);
    assertThat(thrown.getSuppressed()[0]).hasMessage("No space left on device");
    assertThat(events).hasAtLeastOneElementOfType(LetterRejected.class);
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
