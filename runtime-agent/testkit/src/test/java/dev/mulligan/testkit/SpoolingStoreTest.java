package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.spool.Spooled;
import dev.mulligan.runtime.spool.SpoolingStore;
import dev.mulligan.testkit.FaultyStore.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool before a store that is not always there. */
class SpoolingStoreTest extends SpoolingStoreSetup {
  SpoolingStoreTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void whileTheStoreAnswersNothingIsSpooled() throws IOException {
    assertThat(store.append(letter(1), LIMIT)).isEqualTo(letter(1));

    assertThat(keptNumbers()).containsExactly(1);
    assertThat(local.appends()).isZero();
    assertThat(store.spooled()).isEqualTo(new Spooled(0, null, null, null));
  }

  @Test
  void whatTheStoreRefusesIsSpooledAndAcknowledged() throws IOException {
    remote.is(Mood.AWAY);

    assertThat(store.append(letter(1), LIMIT)).isEqualTo(letter(1));

    assertThat(keptNumbers()).isEmpty();
    assertThat(store.find(letter(1).id())).contains(letter(1));
    assertThat(store.spooled())
        .isEqualTo(new Spooled(1, letter(1).lastFailure(), time.now(), "the store is away"));
  }

  @Test
  void whileTheStoreIsAwayLettersAreSpooledAtOnce() throws IOException {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);
    store.append(letter(2), LIMIT);
    store.append(letter(3), LIMIT);

    assertThat(remote.appends()).isEqualTo(1);
    assertThat(store.spooled().letters()).isEqualTo(3);
  }

  @Test
  void aStoreThatDoesNotAnswerHoldsNobodyUpForLong() throws IOException {
    remote.is(Mood.HANGING);

    store.append(letter(1), Duration.ofMillis(500));

    assertThat(store.spooled().letters()).isEqualTo(1);
  }

  @Test
  void whenTheStoreIsBackTheSpoolIsMoved() throws Exception {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);
    store.append(letter(2), LIMIT);
    awaitProbe();

    remote.is(Mood.WELL);
    time.advance(Duration.ofSeconds(1));

    remote.awaitKept(2);
    move();
    assertThat(keptNumbers()).containsExactly(1, 2);
    assertThat(store.spooled().letters()).isZero();
    assertThat(store.spooled().awaySince()).isNull();
  }

  @Test
  void theStoreIsLookedAfterLessAndLessOften() throws IOException {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);
    List<Duration> waits = new ArrayList<>();
    for (int probe = 0; probe < 7; probe++) {
      awaitProbe();
      waits.add(time.advanceToNextAlarm());
    }

    assertThat(waits)
        .extracting(Duration::toSeconds)
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void aLetterWhoseAcknowledgementWasLostIsKeptOnce() throws IOException {
    remote.is(Mood.FORGETFUL);
    store.append(letter(1), LIMIT);

    assertThat(numbers(store.list(LetterFilter.all(), null, 10))).containsExactly(1);
    assertThat(store.stats().total()).isEqualTo(1);
    remote.is(Mood.WELL);
    move();

    assertThat(keptNumbers()).containsExactly(1);
    assertThat(store.stats().received()).isEqualTo(1);
  }

  @Test
  void aCallWhoseJoiningWasNotAcknowledgedIsCountedOnce() throws IOException {
    store.append(same(1), LIMIT);
    remote.is(Mood.FORGETFUL);
    store.append(same(2), LIMIT);
    remote.is(Mood.WELL);
    move();

    assertThat(kept.find(LetterSample.id(1)).orElseThrow().status().count()).isEqualTo(2);
    assertThat(keptNumbers()).containsExactly(1);
  }

  @Test
  void theSameCallsShareALetterOnceTheyAreMoved() throws IOException {
    remote.is(Mood.AWAY);
    store.append(same(1), LIMIT);
    store.append(same(2), LIMIT);
    assertThat(store.spooled().letters()).isEqualTo(2);
    remote.is(Mood.WELL);
    move();

    Letter together = kept.find(LetterSample.id(1)).orElseThrow();
    assertThat(together)
        .isEqualTo(same(1).joined(same(2)).with(together.status()))
        .extracting(letter -> letter.status().count())
        .isEqualTo(2);
    assertThat(keptNumbers()).containsExactly(1);
    assertThat(store.stats().received()).isEqualTo(2);
  }

  @Test
  void listsShowBothStoresInOrder() throws IOException {
    store.append(letter(2), LIMIT);
    remote.is(Mood.FORGETFUL);
    store.append(letter(1), LIMIT);
    store.append(letter(3), LIMIT);

    assertThat(numbers(store.list(LetterFilter.waiting(), null, 10))).containsExactly(1, 2, 3);
    assertThat(numbers(store.list(LetterFilter.all(), null, 2))).containsExactly(1, 2);
    assertThat(numbers(store.list(LetterFilter.all(), LetterSample.id(2), 2))).containsExactly(3);
    assertThat(store.list(LetterFilter.all().state(LetterState.REPLAYED), null, 9)).isEmpty();
  }

  @Test
  void withoutTheStoreAListIsNotGiven() throws IOException {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);

    assertThatThrownBy(() -> store.list(LetterFilter.all(), null, 10))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aSpooledLetterIsNotClaimedWhileTheStoreIsAway() throws IOException {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);

    assertThatThrownBy(() -> store.claim(LetterSample.id(1), "me", LIMIT))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.discard(LetterSample.id(1))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.purge(LetterFilter.all())).isInstanceOf(IOException.class);
    assertThat(store.spooled().letters()).isEqualTo(1);
  }

  @Test
  void aSpooledLetterIsMovedWhenItIsClaimed() throws IOException {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);
    remote.is(Mood.WELL);

    Letter claimed = store.claim(LetterSample.id(1), "me", LIMIT).orElseThrow();

    assertThat(claimed.status())
        .isEqualTo(LetterStatus.FRESH.claimed("me", time.now().plus(LIMIT)));
    assertThat(store.spooled().letters()).isZero();
  }

  @Test
  void ifBothStoresFailTheLetterIsRefused() {
    remote.is(Mood.AWAY);
    local.refuse(one -> true);

    assertThatThrownBy(() -> store.append(letter(1), LIMIT))
        .isInstanceOf(IOException.class)
        .hasMessage("not this letter")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void aLetterWithAHistoryIsNotSpooled() {
    remote.is(Mood.AWAY);
    Letter replayed = letter(1).with(new LetterStatus(LetterState.REPLAYED, 1, 0, 3, null, null));

    assertThatThrownBy(() -> store.append(replayed, LIMIT)).isInstanceOf(IOException.class);
  }

  @Test
  void whatAnEarlierProcessHasSpooledIsMoved() throws Exception {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);
    awaitProbe();
    FaultyStore again = new FaultyStore(kept);

    try (SpoolingStore later = new SpoolingStore(again, new FaultyStore(waiting))) {
      again.awaitKept(1);
      assertThat(later.find(LetterSample.id(1))).contains(letter(1));
    }
    assertThat(keptNumbers()).containsExactly(1);
  }

  @Test
  void aLetterThatADeadProcessHadUnderWayIsLookedAfterLessAndLessOften() throws Exception {
    store.close();
    waiting.append(letter(1), LIMIT);
    assertThat(waiting.claim(LetterSample.id(1), "spool", Duration.ofMinutes(1))).isPresent();
    FaultyStore counted = new FaultyStore(waiting);
    List<Duration> waits = new ArrayList<>();

    try (SpoolingStore later = new SpoolingStore(remote, counted)) {
      for (int probe = 0; probe < 5; probe++) {
        awaitProbe();
        waits.add(time.advanceToNextAlarm());
      }
      awaitProbe();
      // Six runs: the first one, and one after each wait; each reads a page, and that it is the
      // last.
      assertThat(counted.lists()).isEqualTo(6 * 2);
      waits.add(time.advanceToNextAlarm());
      remote.awaitKept(1);
    }

    // The lease is over after a minute: 1 + 2 + 4 + 8 + 16 + 30 = 61.
    assertThat(waits).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L);
  }

  @Test
  void anErrorOfTheStoreLeavesTheLetterFree() throws Exception {
    remote.refuse(
        one -> {
          throw new IllegalStateException("a bug");
        });
    waiting.append(letter(1), LIMIT);
    assertThatThrownBy(() -> store.claim(LetterSample.id(1), "me", LIMIT))
        .isInstanceOf(IOException.class);

    remote.refuse(one -> false);

    assertThat(store.claim(LetterSample.id(1), "me", LIMIT)).isPresent();
  }

  @RepeatedTest(5)
  void aStoreThatComesAndGoesLosesAndDoublesNothing(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    Mood[] moods = {Mood.WELL, Mood.AWAY, Mood.FORGETFUL};
    for (int number = 1; number <= 100; number++) {
      remote.is(moods[random.nextInt(moods.length)]);
      store.append(letter(number), LIMIT);
      if (random.nextInt(5) == 0) {
        time.advance(Duration.ofSeconds(30));
      }
    }
    remote.is(Mood.WELL);
    move();

    assertThat(keptNumbers()).isEqualTo(IntStream.rangeClosed(1, 100).boxed().toList());
    LetterStats stats = store.stats();
    assertThat(stats.received()).isEqualTo(100);
    assertThat(store.spooled().letters()).isZero();
  }

  @RepeatedTest(40)
  void whereverTheProcessDiesNothingIsLostOrDoubled(RepetitionInfo repetition) throws IOException {
    MemoryStore spool = new MemoryStore();
    remote.is(Mood.AWAY);
    try (SpoolingStore first = new SpoolingStore(remote, new FaultyStore(spool))) {
      for (int number = 1; number <= 4; number++) {
        first.append(same(number), LIMIT);
      }
    }
    AtomicInteger left = new AtomicInteger(repetition.getCurrentRepetition());
    SpoolingStore dying =
        new SpoolingStore(new CrashingStore(kept, left), new CrashingStore(spool, left));
    try {
      dying.claim(LetterSample.id(4), "me", Duration.ZERO);
    } catch (IOException dead) {
      assertThat(left.get()).isNegative();
    }
    dying.close();
    time.advance(Duration.ofMinutes(5));

    try (SpoolingStore next = open(kept, spool)) {
      for (Letter one : spool.list(LetterFilter.waiting(), null, 9)) {
        next.claim(one.id(), "nobody", Duration.ZERO);
      }
      assertThat(next.spooled().letters()).isZero();
    }
    assertThat(keptNumbers()).containsExactly(1);
    assertThat(kept.find(LetterSample.id(1)).orElseThrow().status().count()).isEqualTo(4);
    assertThat(kept.stats().received()).isEqualTo(4);
  }

  private static SpoolingStore open(MemoryStore kept, MemoryStore waiting) {
    AtomicInteger forEver = new AtomicInteger(Integer.MAX_VALUE);
    return new SpoolingStore(new CrashingStore(kept, forEver), new CrashingStore(waiting, forEver));
  }
}
