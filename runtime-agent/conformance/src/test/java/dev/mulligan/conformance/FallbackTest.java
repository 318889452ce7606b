package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.ReplayResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** A fallback answers last, after all attempts and after the letter. */
class FallbackTest extends ConformanceTest {
  private final FallbackSubject subject = Engine.guarded(FallbackSubject.class);

  private static Script failing() {
    return Script.alwaysFailing(call -> new IOException("call " + call));
  }

  @Test
  void itAnswersWhenAllAttemptsHaveFailed() throws Exception {
    assertThat(subject.text(failing())).isEqualTo("instead of call 2");
    assertThat(subject.answers).isEqualTo(1);
  }

  @Test
  void aSuccessNeedsNoAnswer() throws Exception {
    Script script = Script.initiallyFailing(1, call -> new IOException());

    assertThat(subject.text(script)).isEqualTo("call 2");
    assertThat(subject.answers).isZero();
  }

  @Test
  void itAnswersForNumbersAndForNothing() throws Exception {
    assertThat(subject.number(failing())).isEqualTo(-1);
    assertThat(subject.number(Script.succeeding())).isEqualTo(1);
    subject.nothing(failing());
    assertThat(subject.answers).isEqualTo(1);
  }

  @Test
  void itGetsTheExceptionWithoutCarriers() throws Exception {
    Script script = Script.alwaysFailing(call -> new ExecutionException(new IOException("inside")));

    assertThat(subject.text(script)).isEqualTo("instead of inside");
  }

  @Test
  void itAnswersForARefusal() throws Exception {
    subject.behindBreaker(failing());

    assertThat(subject.behindBreaker(Script.succeeding())).contains("fallen is open");
  }

  @Test
  void itsOwnExceptionComesOutAsItIs() {
    Script script = failing();

    assertThatThrownBy(() -> subject.failsTwice(script))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("worse")
        .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(script.thrown(1)));
  }

  @Test
  void itAnswersOnlyForTheExceptionsThatItTakes() throws Exception {
    assertThat(subject.ioOnly(failing())).isEqualTo("io");

    Script other = Script.alwaysFailing(call -> new IllegalStateException());
    assertThatThrownBy(() -> subject.ioOnly(other)).isSameAs(other.thrown(1));
  }

  @Test
  void errorsPassBy() {
    Script script = Script.alwaysFailing(call -> new AssertionError());

    assertThatThrownBy(() -> subject.text(script)).isSameAs(script.thrown(1));
    assertThat(subject.answers).isZero();
  }

  @Test
  void theCallIsKeptAllTheSame() throws Exception {
    List<MulliganEvent> events = new ArrayList<>();
    try (Subscription all = Mulligan.listen(events::add)) {
      assertThat(subject.kept("x")).isEqualTo("kept x");
    }

    List<Letter> kept = Mulligan.deadLetters().list(LetterFilter.waiting().queue("answered"));
    assertThat(kept).hasSize(1);
    Mulligan.deadLetters().discard(kept.get(0).id());
    assertThat(events).hasAtLeastOneElementOfType(FellBack.class);
  }

  @Test
  void itDoesNotAnswerAReplay() throws Exception {
    assertThat(subject.kept("again")).isEqualTo("kept again");
    Letter letter = Mulligan.deadLetters().list(LetterFilter.waiting().queue("answered")).get(0);

    ReplayResult result = Mulligan.deadLetters().replay(letter.id());

    assertThat(result.outcome()).isEqualTo(ReplayResult.Outcome.FAILED);
    assertThat(result.failure()).isInstanceOf(IOException.class).hasMessage("again");
    Mulligan.deadLetters().discard(letter.id());
  }
}
