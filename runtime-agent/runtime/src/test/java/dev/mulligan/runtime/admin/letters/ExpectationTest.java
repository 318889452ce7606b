package dev.mulligan.runtime.admin.letters;

import static dev.mulligan.runtime.replay.SampleLetters.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.replay.LettersInMemory;
import dev.mulligan.runtime.replay.SampleLetters;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many letters there are to do. */
class ExpectationTest {
  private final VirtualTime time = VirtualTime.install();
  private final ObservedStore store = new ObservedStore();
  private final DeadLetterOffice office = new DeadLetterOffice(() -> store);

  @BeforeEach
  void keep() {
    for (int number = 0; number < 1_200; number++) {
      store.append(
          SampleLetters.numbered(
              number,
              number % 2 == 0 ? "orders" : "mails",
              number % 3 == 0 ? FailureType.NETWORK : FailureType.PERMANENT,
              null),
          Duration.ZERO);
    }
    store.discard(SampleLetters.id(0));
  }

  @AfterEach
  void leave() {
    time.close();
  }

  private @Nullable Long expected(LetterFilter filter) {
    return Expectation.of(office, filter);
  }

  @Test
  void theNumbersOfTheStoreAreEnoughForOneCondition() {
    assertThat(expected(LetterFilter.waiting())).isEqualTo(1_199);
    assertThat(expected(LetterFilter.all())).isEqualTo(1_200);
    assertThat(expected(LetterFilter.all().state(LetterState.DISCARDED))).isEqualTo(1);
    assertThat(expected(LetterFilter.waiting().type(FailureType.NETWORK))).isEqualTo(399);
    assertThat(expected(LetterFilter.waiting().queue("mails"))).isEqualTo(600);
    assertThat(expected(LetterFilter.waiting().callId("com.shop.Payments#pay(long)")))
        .isEqualTo(1_199);
    assertThat(expected(LetterFilter.waiting().queue("none").text("no answer"))).isZero();

    assertThat(store.listed).isZero();
  }

  @Test
  void otherConditionsAreCountedPageByPage() {
    assertThat(expected(LetterFilter.waiting().method("pay"))).isEqualTo(1_199);
    assertThat(expected(LetterFilter.waiting().text("NO ANSWER"))).isEqualTo(1_199);
    assertThat(expected(LetterFilter.waiting().failedFrom(THEN.plusSeconds(1_190)))).isEqualTo(10);
    assertThat(expected(LetterFilter.waiting().type(FailureType.NETWORK).queue("orders")))
        .isEqualTo(199);
    // All numbers but those of one condition are of letters that wait.
    assertThat(expected(LetterFilter.all().queue("orders"))).isEqualTo(600);
    // Pages of 4, 32, 256, and then of 500: 1,199, 1,199, 10, 199, 600.
    assertThat(store.listed).isEqualTo(5 + 5 + 2 + 3 + 4);
  }

  @Test
  void moreLettersThanCanBeLookedAtSoonAreNotLookedAt() {
    store.waiting = Expectation.MOST_LOOKED_AT + 1;

    assertThat(expected(LetterFilter.waiting())).isEqualTo(Expectation.MOST_LOOKED_AT + 1);
    assertThat(expected(LetterFilter.waiting().text("no answer"))).isNull();
    assertThat(store.listed).isZero();
  }

  @Test
  void aStoreThatIsSlowIsNotAskedForLong() {
    time.freeze();
    store.pageTakes = Duration.ofMillis(1_200);

    assertThat(expected(LetterFilter.waiting().text("no answer"))).isNull();
    assertThat(store.listed).isEqualTo(2);
  }

  /** Counts how often it is listed, may take its time, and may tell of more letters. */
  private final class ObservedStore extends LettersInMemory {
    private int listed;
    private long waiting;
    private Duration pageTakes = Duration.ZERO;

    @Override
    public synchronized List<Letter> list(LetterFilter filter, @Nullable String after, int limit) {
      listed++;
      time.advance(pageTakes);
      return super.list(filter, after, limit);
    }

    @Override
    public synchronized LetterStats stats() {
      LetterStats real = super.stats();
      return waiting == 0
          ? real
          : new LetterStats(
              Map.of(LetterState.STORED, waiting),
              real.byReason(),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              real.byAge(),
              null,
              null,
              0,
              0);
    }
  }
}
