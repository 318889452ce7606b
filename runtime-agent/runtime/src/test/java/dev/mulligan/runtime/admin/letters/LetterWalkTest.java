package dev.mulligan.runtime.admin.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.replay.LettersInMemory;
import dev.mulligan.runtime.replay.SampleLetters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much of the letters is in memory while an operator looks at them. */
class LetterWalkTest {
  private static final int LETTERS = 200;
  private static final String LARGE = '"' + "x".repeat(1 << 20) + '"';

  private final LargestAnswer store = new LargestAnswer();
  private final DeadLetterOffice office = new DeadLetterOffice(() -> store);

  /** Knows how many letters it has given out at once. */
  private static final class LargestAnswer extends LettersInMemory {
    private int mostAtOnce;
    private int questions;

    @Override
    public synchronized List<Letter> list(LetterFilter filter, @Nullable String after, int limit) {
      List<Letter> answer = super.list(filter, after, limit);
      mostAtOnce = Math.max(mostAtOnce, answer.size());
      questions++;
      return answer;
    }
  }

  private void keep(String json) {
    for (int number = 0; number < LETTERS; number++) {
      store.append(with(SampleLetters.numbered(number), json), Duration.ZERO);
    }
  }

  private static Letter with(Letter letter, String json) {
    return new Letter(
        letter.id(),
        letter.callId(),
        letter.queue(),
        letter.reason(),
        letter.type(),
        letter.receiver(),
        letter.method(),
        letter.key(),
        letter.identity(),
        List.of(new LetterArgument("text", "java.lang.String", json, "")),
        letter.failure(),
        letter.attempts(),
        letter.firstFailure(),
        letter.lastFailure(),
        letter.retainUntil(),
        letter.origin(),
        letter.status());
  }

  private Map<?, ?> ask(String command, int limit) throws Exception {
    Map<String, Object> request = new HashMap<>(Map.of("command", command, "limit", limit));
    request.put("state", "STORED");
    return (Map<?, ?>) new LetterCommands(office).all().get(command).answer(request);
  }

  @Test
  void aFewLargeLettersAreReadAtOnce() throws Exception {
    keep(LARGE);

    assertThat((List<?>) ask("letters.list", LETTERS).get("letters")).hasSize(LETTERS);
    assertThat((List<?>) ask("letters.export", LETTERS).get("letters")).hasSizeBetween(1, 5);
    assertThat(ask("letters.discard", LETTERS).get("discarded")).isEqualTo((long) LETTERS);
    assertThat(Expectation.of(office, LetterFilter.all().method("pay"))).isEqualTo(LETTERS);
    assertThat(store.mostAtOnce).isLessThan(8);
  }

  @Test
  void smallOnesNeedFewQuestions() {
    keep("1");
    List<String> seen = new ArrayList<>();

    assertThat(visit(150, seen)).isEqualTo(SampleLetters.id(149));
    assertThat(store.questions).isLessThan(5);
    assertThat(seen).hasSize(150).isSorted().doesNotHaveDuplicates();

    assertThat(visit(LETTERS + 1, seen)).isNull();
    assertThat(seen).hasSize(150 + LETTERS);
  }

  private @Nullable String visit(int most, List<String> seen) {
    return new LetterWalk(office)
        .visit(LetterFilter.all(), null, most, letter -> seen.add(letter.id()));
  }

  @Test
  void aLetterThatIsTooMuchIsTheNextPages() {
    keep("1");
    List<String> seen = new ArrayList<>();

    String next =
        new LetterWalk(office)
            .visit(
                LetterFilter.all(),
                null,
                LETTERS,
                letter -> seen.size() < 7 && seen.add(letter.id()));

    assertThat(next).isEqualTo(SampleLetters.id(6));
  }
}
