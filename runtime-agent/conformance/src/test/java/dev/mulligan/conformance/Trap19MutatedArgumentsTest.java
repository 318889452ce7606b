package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a method does to its arguments is known: before the next attempt, and in the letter. */
class Trap19MutatedArgumentsTest extends ConformanceTest {
  private final MutatingSubject subject = Engine.guarded(MutatingSubject.class);

  @AfterEach
  void discardLetters() {
    Mulligan.deadLetters()
        .list(LetterFilter.waiting())
        .forEach(letter -> Mulligan.deadLetters().discard(letter.id()));
  }

  private static Letter only(String queue) {
    List<Letter> letters = Mulligan.deadLetters().list(LetterFilter.waiting().queue(queue));
    assertThat(letters).hasSize(1);
    return letters.get(0);
  }

  @Test
  void everyAttemptGetsTheArgumentsOfTheCall() {
    assertThatThrownBy(() -> subject.reassigned("a")).hasMessage("changed a");

    assertThat(subject.seen).containsExactly("a", "a", "a");
  }

  @Test
  void aLetterHoldsTheArgumentsAsTheyWereAtTheFailure() {
    assertThatThrownBy(() -> subject.atFailure(new ArrayList<>(List.of("a"))))
        .isInstanceOf(IOException.class);

    assertThat(only("at-failure").arguments().get(0).json()).isEqualTo("[]");
  }

  @Test
  void aSnapshotHoldsThemAsTheyWereAtTheBeginning() {
    assertThatThrownBy(() -> subject.atEntry(new ArrayList<>(List.of("a"))))
        .isInstanceOf(IOException.class);

    assertThat(only("at-entry").arguments().get(0).json()).isEqualTo("[\"a\"]");
  }

  @Test
  void whatCanBeReadOnlyOnceIsNotReplayedAndTheLetterSaysSo() {
    assertThatThrownBy(() -> subject.consumed(new ByteArrayInputStream(new byte[3])))
        .hasMessage("read 3");

    Letter letter = only("read-once");
    assertThat(letter.replayable()).isFalse();
    assertThat(letter.arguments().get(0).note()).contains("can be read only once");
  }
}
