package dev.mulligan.runtime.replay;

import static dev.mulligan.runtime.replay.SampleLetters.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.ReplayEnded;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.MulliganListener;
import dev.mulligan.runtime.spool.SpoolingStore;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How carefully an order is carried out. */
class ReplayOrderTest {
  private static final ReplayOrder ALL = ReplayOrder.of(LetterFilter.waiting());

  private final VirtualTime time = VirtualTime.install();
  private final LettersInMemory store = new LettersInMemory();
  private final ScriptedCalls calls = new ScriptedCalls();
  private final List<ReplayResult> results = new ArrayList<>();
  private final List<MulliganEvent> events = new ArrayList<>();
  private final MulliganListener listener = events::add;

  @BeforeEach
  void listen() {
    Events.add(listener);
  }

  @AfterEach
  void leave() {
    Events.remove(listener);
    time.close();
    assertThat(Thread.interrupted()).as("no test leaves the flag").isFalse();
  }

  private void keep(int letters) {
    IntStream.range(0, letters)
        .forEach(number -> store.append(SampleLetters.numbered(number), Duration.ZERO));
  }

  private ReplayReport replay(ReplayOrder order) throws IOException {
    return new Replays(() -> store, calls).replay(order, null, results::add, () -> false);
  }

  private static String[] ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(SampleLetters::id).toArray(String[]::new);
  }

  @Test
  void lettersAreCalledOldestFirstAndAreDone() throws IOException {
    keep(250);

    ReplayReport report = replay(ALL);

    assertThat(calls.made()).containsExactly(ids(0, 250));
    assertThat(report.count(Outcome.REPLAYED)).isEqualTo(250);
    assertThat(report.stopped()).isEmpty();
    assertThat(store.stats().byState()).containsEntry(LetterState.REPLAYED, 250L).hasSize(1);
    assertThat(store.largestPage()).isEqualTo(LetterSource.PAGE);
    assertThat(results).extracting(ReplayResult::letterId).containsExactly(ids(0, 250));
  }

  @Test
  void aFailureCountsUpAndTheOthersFollow() throws IOException {
    keep(3);
    calls.failing(1);

    ReplayReport report = replay(ALL);

    assertThat(report.count(Outcome.REPLAYED)).isEqualTo(2);
    assertThat(report.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.letterId()).isEqualTo(id(1));
              assertThat(problem.outcome()).isEqualTo(Outcome.FAILED);
              assertThat(problem.failure()).hasMessage("no answer again");
            });
    assertThat(store.status(id(1)).replays()).isEqualTo(1);
    assertThat(store.status(id(1)).owner()).isNull();
  }

  @Test
  void whatDoesNotFitIsNeitherClaimedNorChanged() throws IOException {
    keep(2);
    calls.unfit(0);

    ReplayReport report = replay(ALL);

    assertThat(report.count(Outcome.NOT_REPLAYABLE)).isEqualTo(1);
    assertThat(report.problems().get(0).failure()).hasMessage("no longer fits");
    assertThat(store.status(id(0)).token()).isZero();
  }

  @Test
  void aLetterThatItsStoreRefusesIsReportedAndTheOthersFollow() throws IOException {
    keep(3);
    try (SpoolingStore spooling = new SpoolingStore(LettersInMemory.refusing(id(0)), store)) {
      ReplayReport report =
          new Replays(() -> spooling, calls).replay(ALL, null, results::add, () -> false);

      assertThat(calls.made()).containsExactly(ids(1, 3));
      assertThat(report.count(Outcome.REPLAYED)).isEqualTo(2);
      assertThat(report.stopped()).isEmpty();
      assertThat(report.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.letterId()).isEqualTo(id(0));
                assertThat(problem.outcome()).isEqualTo(Outcome.NOT_REPLAYABLE);
                assertThat(problem.failure())
                    .hasMessageEndingWith("IllegalArgumentException: too long");
              });
      assertThat(spooling.spooled().letters()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 7, 1_000, 30_000})
  void callsBeginAsOftenASecondAsIsOrderedWithinFivePerCent(double rate) throws IOException {
    keep(200);

    replay(ALL.perSecond(rate));

    // 200 calls have 199 intervals between them.
    double seconds = time.elapsed().toNanos() / 1e9;
    assertThat(199 / seconds).isBetween(rate * 0.95, rate * 1.05);
  }

  @Test
  void afterSlowCallsThereIsNoRush() throws IOException {
    keep(20);
    List<Long> begins = new ArrayList<>();
    calls.during(
        letter -> {
          begins.add(time.elapsed().toMillis());
          time.advance(letter.equals(id(4)) ? Duration.ofSeconds(5) : Duration.ofMillis(30));
        });

    replay(ALL.perSecond(10));

    // Each 100 ms later; the sixth after the slow call, the seventh 80 ms later: 20 are caught up.
    assertThat(begins)
        .startsWith(0L, 100L, 200L, 300L, 400L, 5_400L, 5_480L, 5_580L, 5_680L)
        .endsWith(6_780L);
  }

  @Test
  void whatIsNotCalledTakesNoTimeOfTheRate() throws IOException {
    keep(100);
    calls.unfit(IntStream.range(1, 99).toArray());

    replay(ALL.perSecond(1));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aCanaryThatFailsKeepsTheOthersFromBeingCalled() throws IOException {
    keep(50);
    calls.failing(2);

    ReplayReport report = replay(ALL.canary(3));

    assertThat(calls.made()).containsExactly(ids(0, 3));
    assertThat(report.stopped()).isEqualTo("letter " + id(2) + " failed, one of the first 3");
  }

  @Test
  void afterTheCanariesFailuresStopNothing() throws IOException {
    keep(50);
    calls.failing(3, 4);

    ReplayReport report = replay(ALL.canary(3));

    assertThat(report.count(Outcome.REPLAYED)).isEqualTo(48);
    assertThat(report.stopped()).isEmpty();
  }

  @Test
  void theFirstFailureStopsWhereThatIsWanted() throws IOException {
    keep(50);
    calls.unfit(1).failing(7, 8);

    ReplayReport report = replay(ALL.stoppingOnFailure());

    assertThat(report.count(Outcome.REPLAYED)).isEqualTo(6);
    assertThat(report.stopped()).isEqualTo("letter " + id(7) + " failed");
    assertThat(store.stats().waiting()).isEqualTo(44);
  }

  @Test
  void aDryRunCallsNothingAndWritesNothing() throws IOException {
    keep(150);
    calls.unfit(5).failing(6);

    ReplayReport report = replay(ALL.dry().perSecond(1).canary(1));

    assertThat(calls.made()).isEmpty();
    assertThat(store.changes()).isZero();
    assertThat(report.count(Outcome.FITS)).isEqualTo(149);
    assertThat(report.problems()).extracting(ReplayResult::letterId).containsExactly(id(5));
    assertThat(time.elapsed()).isZero();
    assertThat(events).isEmpty();
  }

  @Test
  void theLimitCountsLettersThatHadTheirTurnButNotThoseOfOthers() throws IOException {
    keep(20);
    for (int number = 0; number < 5; number++) {
      assertThat(store.claim(id(number), "another", Duration.ofMinutes(1))).isPresent();
    }
    calls.unfit(5).failing(6);

    ReplayReport report = replay(ALL.limit(4));

    assertThat(calls.made()).containsExactly(ids(6, 9));
    assertThat(report.count(Outcome.TAKEN)).isEqualTo(5);
    assertThat(report.stopped()).isEmpty();
  }

  @Test
  void onlyWaitingLettersThatTheFilterMeansAreCalled() throws IOException {
    keep(10);
    store.discard(id(3));

    replay(ReplayOrder.of(LetterFilter.all().failedUntil(SampleLetters.THEN.plusSeconds(5))));
    assertThat(calls.made()).containsExactly(id(0), id(1), id(2), id(4));

    assertThat(replay(ReplayOrder.of(LetterFilter.all().state(LetterState.DISCARDED))).total())
        .isZero();
  }

  @Test
  void whoIsToldOfProgressMayStopIt() throws IOException {
    keep(10);

    ReplayReport report =
        new Replays(() -> store, calls)
            .replay(ALL, null, result -> !result.letterId().equals(id(2)), () -> false);

    assertThat(calls.made()).containsExactly(ids(0, 3));
    assertThat(report.stopped()).isEqualTo("it was told to stop");
  }

  @Test
  void whatProgressThrowsIsThrownAndTheLetterIsDone() {
    keep(10);

    assertThatThrownBy(
            () ->
                new Replays(() -> store, calls)
                    .replay(
                        ALL,
                        null,
                        result -> {
                          throw new IllegalStateException("enough");
                        },
                        () -> false))
        .hasMessage("enough");
    assertThat(store.status(id(0)).state()).isEqualTo(LetterState.REPLAYED);
    assertThat(store.stats().waiting()).isEqualTo(9);
  }

  @Test
  void anInterruptedReplayReleasesItsClaimAndKeepsTheFlag() throws IOException {
    keep(10);
    calls
        .failing(1)
        .during(
            letter -> {
              if (letter.equals(id(1))) {
                Thread.currentThread().interrupt();
              }
            });

    ReplayReport report = replay(ALL);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls.made()).containsExactly(ids(0, 2));
    assertThat(report.stopped()).isEqualTo("the thread was interrupted");
    assertThat(store.status(id(1)).owner()).isNull();
    assertThat(store.status(id(1)).replays()).as("it says nothing about the call").isZero();
    assertThat(store.claim(id(1), "another", Duration.ofMinutes(1))).isPresent();
  }

  @Test
  void anInterruptThatACallReportsIsKept() throws IOException {
    keep(10);
    calls.during(
        letter -> {
          throw new InterruptedException();
        });

    ReplayReport report = replay(ALL);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(report.count(Outcome.FAILED)).isEqualTo(1);
    assertThat(store.status(id(0)).replays()).isZero();
    assertThat(store.status(id(0)).owner()).isNull();
  }

  @Test
  void anInterruptEndsTheWaitForTheNextCall() throws IOException {
    keep(10);
    time.onSleep(() -> Thread.currentThread().interrupt());

    ReplayReport report = replay(ALL.perSecond(0.001));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(calls.made()).containsExactly(id(0));
    assertThat(report.stopped()).isEqualTo("the thread was interrupted");
  }

  @Test
  void listenersAreToldOfEachCallAndOfTheEnd() throws IOException {
    keep(3);
    calls.failing(0).unfit(1);

    replay(ALL);

    assertThat(events)
        .containsExactly(
            new Replayed(id(0), "com.shop.Payments#pay(long)", false),
            new Replayed(id(2), "com.shop.Payments#pay(long)", true),
            new ReplayEnded(1, 1, 1, 0, ""));
  }

  private void keepAlso(int number, String called) {
    if (called.equals(id(0))) {
      store.append(SampleLetters.numbered(number), Duration.ZERO);
    }
  }

  @Test
  void aLetterWrittenDuringTheLastPageWaitsForTheNextReplay() throws IOException {
    keep(1);
    calls.during(letter -> keepAlso(7, letter));

    replay(ALL);
    assertThat(calls.made()).containsExactly(id(0));

    replay(ALL);
    assertThat(calls.made()).containsExactly(id(0), id(7));
  }

  @Test
  void aLetterWrittenBeforeTheLastPageHasItsTurn() throws IOException {
    keep(LetterSource.PAGE);
    calls.during(letter -> keepAlso(LetterSource.PAGE, letter));

    replay(ALL);

    assertThat(calls.made()).hasSize(LetterSource.PAGE + 1).endsWith(id(LetterSource.PAGE));
  }

  @Test
  void aSlowStoreDelaysButDoesNotSpeedUp() throws IOException {
    LettersInMemory slow =
        new LettersInMemory() {
          @Override
          public Optional<Letter> claim(String id, String owner, Duration lease)
              throws IOException {
            time.advance(Duration.ofMillis(15));
            return super.claim(id, owner, lease);
          }
        };
    IntStream.range(0, 100)
        .forEach(number -> slow.append(SampleLetters.numbered(number), Duration.ZERO));
    long before = Time.nanoTime();

    new Replays(() -> slow, calls).replay(ALL.perSecond(20), null, result -> true, () -> false);

    // 99 intervals of 50 ms and the first claim; the others' 15 ms are caught up.
    assertThat((Time.nanoTime() - before) / 1e9).isBetween(4.95, 4.95 * 1.05);
  }
}
