package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of a failed call, and how it is called again. */
class DeadLetterTest extends ConformanceTest {
  private final LetterSubject subject = Engine.guarded(LetterSubject.class);
  private final DeadLetters letters = Mulligan.deadLetters();

  @AfterEach
  void discardLetters() {
    LetterSubject.broken = false;
    letters.list(LetterFilter.waiting()).forEach(letter -> letters.discard(letter.id()));
  }

  @Test
  void aLostCallIsKeptOnceWithItsArguments() {
    LetterSubject.broken = true;

    assertThatThrownBy(this::order).isInstanceOf(IOException.class).hasMessage("no acme");

    Letter letter = only("orders");
    assertThat(letter.callId())
        .isEqualTo(
            "dev.mulligan.conformance.LetterSubject#order("
                + "dev.mulligan.conformance.LetterSubject$Order,java.util.Map)");
    assertThat(letter.key()).isEqualTo("acme");
    assertThat(letter.type()).isEqualTo(FailureType.NETWORK);
    assertThat(letter.reason()).isEqualTo(LetterReason.FAILED);
    assertThat(letter.attempts()).hasSize(2);
    assertThat(letter.failure()).isEqualTo("java.io.IOException: no acme");
    assertThat(letter.arguments().get(0).name()).isEqualTo("order");
    assertThat(letter.arguments().get(0).json())
        .isEqualTo("{\"tenant\":\"acme\",\"amounts\":[1,2]}");
    assertThat(letter.arguments().get(1).type())
        .isEqualTo("java.util.Map<java.lang.String, java.lang.Long>");
  }

  @Test
  void aReplayCallsAgainWithEqualArguments() {
    LetterSubject.broken = true;
    assertThatThrownBy(this::order).isInstanceOf(IOException.class);
    LetterSubject.broken = false;
    LetterSubject.lastSeen = null;
    String id = only("orders").id();

    ReplayResult result = letters.replay(id);

    assertThat(result.outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(LetterSubject.lastSeen)
        .isEqualTo(
            List.of(new LetterSubject.Order("acme", List.of(1, 2)), Map.of("n", 4_000_000_000L)));
    assertThat(letters.find(id).orElseThrow().state()).isEqualTo(LetterState.REPLAYED);
    assertThat(letters.replay(id).outcome()).isEqualTo(Outcome.TAKEN);
  }

  @Test
  void aReplayThatFailsCountsUpAndWritesNoSecondLetter() {
    LetterSubject.broken = true;
    assertThatThrownBy(this::order).isInstanceOf(IOException.class);

    List<ReplayResult> results = letters.replay(LetterFilter.waiting().queue("orders"));

    assertThat(results).extracting(ReplayResult::outcome).containsExactly(Outcome.FAILED);
    assertThat(results.get(0).failure()).isInstanceOf(IOException.class);
    assertThat(only("orders").status().replays()).isEqualTo(1);
  }

  @Test
  void aReplayWhoseResultIsUnwantedHasFailed() {
    assertThat(subject.unwanted(2)).isEqualTo(2);

    ReplayResult result = letters.replay(only("unwanted").id());

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(only("unwanted").status().replays()).isEqualTo(1);
  }

  @Test
  void secretsStayOut() {
    assertThatThrownBy(() -> subject.login("ada", "s3cr3t-code"))
        .isInstanceOf(IOException.class)
        .hasMessage("refused s3cr3t-code");

    Letter letter = only("secrets");
    assertThat(letter.toString()).doesNotContain("s3cr3t").contains("ada");
    assertThat(letter.replayable()).isFalse();
    assertThat(letters.replay(letter.id()).outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
  }

  @Test
  void aStreamIsNotReplayableAndSaysWhy() {
    assertThatThrownBy(() -> subject.upload(new ByteArrayInputStream(new byte[3])))
        .isInstanceOf(IOException.class);

    assertThat(only("streams").arguments().get(0).note())
        .isEqualTo("can be read only once: java.io.ByteArrayInputStream");
  }

  @Test
  void argumentsAreCapturedAtFailureUnlessASnapshotIsAskedFor() {
    assertThatThrownBy(() -> subject.change(new ArrayList<>(List.of("a"))))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> subject.changeAfterSnapshot(new ArrayList<>(List.of("a"))))
        .isInstanceOf(IOException.class);

    assertThat(only("changed").arguments().get(0).json()).isEqualTo("[]");
    assertThat(only("copied").arguments().get(0).json()).isEqualTo("[\"a\"]");
  }

  @Test
  void aRefusedCallIsKeptOnlyWhereThePolicySaysSo() {
    for (int i = 0; i < 3; i++) {
      String text = "call " + i;
      assertThatThrownBy(() -> subject.rejecting(text)).isInstanceOf(Exception.class);
      assertThatThrownBy(() -> subject.keeping(text)).isInstanceOf(Exception.class);
      // Letters of the same moment have no order.
      time.advance(Duration.ofMillis(1));
    }

    assertThat(waiting("rejected")).hasSize(1);
    assertThat(waiting("kept"))
        .extracting(Letter::reason)
        .containsExactly(LetterReason.FAILED, LetterReason.REFUSED, LetterReason.REFUSED);
  }

  @Test
  void anErrorLeavesNoLetter() {
    assertThatThrownBy(() -> subject.error("x")).isInstanceOf(AssertionError.class);
    assertThat(waiting("errors")).isEmpty();
  }

  @Test
  void statisticsAddUp() {
    LetterSubject.broken = true;
    assertThatThrownBy(this::order).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> subject.login("ada", "code")).isInstanceOf(IOException.class);

    assertThat(letters.stats().byQueue()).containsEntry("orders", 1L).containsEntry("secrets", 1L);
    assertThat(letters.stats().byState()).containsEntry(LetterState.STORED, 2L);
  }

  private void order() throws IOException {
    subject.order(new LetterSubject.Order("acme", List.of(1, 2)), Map.of("n", 4_000_000_000L));
  }

  private List<Letter> waiting(String queue) {
    return letters.list(LetterFilter.waiting().queue(queue));
  }

  private Letter only(String queue) {
    List<Letter> found = waiting(queue);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
