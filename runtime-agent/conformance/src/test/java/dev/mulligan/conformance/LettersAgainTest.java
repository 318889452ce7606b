package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A call that is lost again and again, and a letter that is wanted by two at once. */
class LettersAgainTest extends ConformanceTest {
  private final AgainSubject subject = Engine.guarded(AgainSubject.class);
  private final DeadLetters letters = Mulligan.deadLetters();

  @AfterEach
  void leave() {
    AgainSubject.broken = true;
    AgainSubject.whenMended = () -> null;
    letters.list(LetterFilter.waiting()).forEach(letter -> letters.discard(letter.id()));
  }

  @Test
  void theSameCallAgainIsCountedInTheLetterThatWaits() {
    lose("acme", 5);
    Letter first = only();
    time.advance(Duration.ofMinutes(1));
    lose("acme", 5);

    Letter both = only();
    assertThat(both.id()).isEqualTo(first.id());
    assertThat(both.status().count()).isEqualTo(2);
    assertThat(both.reason()).isEqualTo(LetterReason.FAILED);
    assertThat(both.attempts()).hasSize(2);
    assertThat(both.firstFailure()).isEqualTo(first.firstFailure());
    assertThat(both.lastFailure()).isEqualTo(first.lastFailure().plus(Duration.ofMinutes(1)));
  }

  @Test
  void otherArgumentsOrAnotherKeyMakeALetterOfTheirOwn() {
    lose("acme", 5);
    lose("acme", 6);
    lose("ajax", 5);

    assertThat(waiting()).extracting(letter -> letter.status().count()).containsExactly(1, 1, 1);
  }

  @Test
  void callsWithoutAKeyShareNoLetter() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> subject.keyless(7)).isInstanceOf(IOException.class);
    }

    assertThat(waiting()).hasSize(2);
  }

  @Test
  void aCallThatWasLostTwiceIsReplayedOnceAndThenANewLetterBegins() {
    lose("acme", 5);
    lose("acme", 5);
    String id = only().id();
    AgainSubject.broken = false;

    assertThat(letters.replay(LetterFilter.waiting().queue("again")))
        .extracting(ReplayResult::outcome)
        .containsExactly(Outcome.REPLAYED);
    AgainSubject.broken = true;
    lose("acme", 5);

    assertThat(only().id()).isNotEqualTo(id);
    assertThat(only().status().count()).isEqualTo(1);
    assertThat(letters.find(id).orElseThrow().state()).isEqualTo(LetterState.REPLAYED);
  }

  @Test
  void whileALetterIsReplayedNobodyElseTakesIt() {
    lose("acme", 5);
    String id = only().id();
    AgainSubject.broken = false;
    AgainSubject.whenMended =
        () -> {
          assertThatThrownBy(() -> letters.discard(id))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("is being replayed");
          return letters.replay(id).outcome();
        };

    assertThat(letters.replay(id).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(AgainSubject.answer).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void aDiscardedLetterIsNotReplayed() {
    lose("acme", 5);
    String id = only().id();
    letters.discard(id);

    assertThat(letters.replay(id).outcome()).isEqualTo(Outcome.TAKEN);
    assertThatThrownBy(() -> letters.discard(id)).isInstanceOf(IllegalStateException.class);
  }

  private void lose(String tenant, int cents) {
    assertThatThrownBy(() -> subject.pay(tenant, cents)).isInstanceOf(IOException.class);
  }

  private List<Letter> waiting() {
    return letters.list(LetterFilter.waiting().queue("again"));
  }

  private Letter only() {
    List<Letter> found = waiting();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
