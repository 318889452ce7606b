package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.testkit.PageClient.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@MulliganTest
@Faults("submit: IOException 'no route'")
class LettersTest {
  private final PageClient client = Engine.pageClient();

  @RepeatedTest(2)
  void lettersAreThoseOfThisTest(Letters letters) {
    letters.isEmpty();

    submit(new Order("acme", List.of(1, 2)));

    letters.hasSize(1).queue("orders").hasSize(1);
    letters.queue("others").isEmpty();
    assertThat(Mulligan.deadLetters().list(LetterFilter.all())).isEqualTo(letters.list());
  }

  @Test
  void aLetterIsLookedAt(Letters letters) {
    submit(new Order("acme", List.of(1, 2)));

    letters
        .single()
        .hasQueue("orders")
        .hasReason(LetterReason.FAILED)
        .hasType(FailureType.NETWORK)
        .hasAttempts(2)
        .hasCount(1)
        .hasReplays(0)
        .hasState(LetterState.STORED)
        .hasTrace(null)
        .hasContext("user", null)
        .hasKey(null)
        .hasFailure("no route")
        .hasArgument("order", new Order("acme", List.of(1, 2)))
        .hasArgument("order", Map.of("tenant", "acme", "amounts", List.of(1L, 2L)))
        .hasNoValueOf("pin");
    assertThatThrownBy(() -> letters.single().isReplayable())
        .hasMessageContaining("dead letter: expected all arguments, but found not all")
        .hasMessageContaining("order = {\"tenant\":\"acme\",\"amounts\":[1,2]}")
        .hasMessageContaining("letter written, NETWORK");
    assertThatThrownBy(() -> letters.single().hasArgument("ordre", "x"))
        .hasMessageContaining("did you mean order");
    assertThatThrownBy(() -> letters.single().hasCount(2))
        .hasMessageContaining("expected count 2, but found 1");
    assertThatThrownBy(() -> letters.single().hasContext("user", "u-1"))
        .hasMessageContaining("expected context user = u-1, but found null");
    assertThatThrownBy(() -> letters.single().hasArgument("order", "x"))
        .hasMessageContaining("expected argument order = \"x\", but found {\"tenant\"");
  }

  @Test
  void aLetterWithoutAllArgumentsIsNotReplayable(Letters letters) {
    submit(new Order("acme", List.of()));

    assertThat(letters.single().replay().outcome()).isEqualTo(ReplayResult.Outcome.NOT_REPLAYABLE);
    assertThatThrownBy(letters::replayAllWell)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a dead letter is NOT_REPLAYABLE");
  }

  @Test
  @Faults("keep: once IOException")
  void aLetterIsReplayedThroughTheSameFaults(Letters letters) throws IOException {
    Keeper keeper = new Keeper();
    assertThatThrownBy(() -> keeper.keep("a")).isInstanceOf(IOException.class);

    letters.waiting().hasSize(1);
    letters.replayAllWell();

    assertThat(keeper.kept).containsExactly("a");
    letters.waiting().isEmpty();
    assertThat(letters.list()).extracting(l -> l.state()).containsExactly(LetterState.REPLAYED);
  }

  @Test
  void nothingIsWrittenIntoTheProject() {
    submit(new Order("acme", List.of()));

    assertThat(Files.exists(Path.of(System.getProperty("mulligan.dir")))).isFalse();
  }

  private void submit(Order order) {
    assertThatThrownBy(() -> client.submit(order, "1234")).isInstanceOf(IOException.class);
  }
}
