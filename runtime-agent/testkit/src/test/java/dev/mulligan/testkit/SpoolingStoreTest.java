package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.spool.RefusedLetterException;
import dev.mulligan.runtime.spool.Spooled;
import dev.mulligan.runtime.spool.SpoolingStore;
import dev.mulligan.runtime.time.VirtualTime;
import dev.mulligan.testkit.FaultyStore.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool before a store that is not always there. */
class SpoolingStoreTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final VirtualTime time = VirtualTime.install();
  private final MemoryStore kept = new MemoryStore();
  private final FaultyStore remote = new FaultyStore(kept);
  private final Path folder;
  private final Journal waiting;
  private final FaultyStore local;
  private final SpoolingStore store;

  SpoolingStoreTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.waiting = spool();
    this.local = new FaultyStore(waiting);
    this.store = new SpoolingStore(remote, local);
  }

  private Journal spool() throws IOException {
    return Journal.openSpool(folder, JournalLimits.DEFAULT);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    waiting.close();
    time.close();
  }

  private static Letter letter(int number) {
    return LetterSample.of(number).letter();
  }

  private static Letter same(int number) {
    return LetterSample.of(number).identity("pay acme").letter();
  }

  private static List<Integer> numbers(List<Letter> letters) {
    return letters.stream().map(one -> LetterSample.number(one.id())).toList();
  }

  private List<Integer> keptNumbers() throws IOException {
    return numbers(kept.list(LetterFilter.all(), null, 1000));
  }

  /** Whoever asks for a letter moves the spool first. */
  private void move() throws IOException {
    for (Letter left : waiting.list(LetterFilter.waiting(), null, 1000)) {
      store.claim(left.id(), "nobody", Duration.ZERO);
    }
  }

  /** The spool's thread has asked in vain, and waits, as the hour of the retention does. */
  private void awaitProbe() {
    time.awaitAlarms(2);
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

  /** Three letters wait, of which the store refuses the second. */
  private void spoolThreeOfWhichTheSecondIsRefused() throws IOException {
    remote.refuse(one -> one.id().equals(LetterSample.id(2)));
    remote.is(Mood.AWAY);
    for (int number = 1; number <= 3; number++) {
      store.append(letter(number), LIMIT);
    }
    remote.is(Mood.WELL);
  }

  @Test
  void aLetterThatIsNotTakenHoldsUpNoOther() throws IOException {
    spoolThreeOfWhichTheSecondIsRefused();

    assertThatThrownBy(() -> store.claim(LetterSample.id(2), "me", LIMIT))
        .isInstanceOf(RefusedLetterException.class)
        .hasMessageContaining("waits in the spool")
        .hasMessageEndingWith("not this letter");
    assertThat(keptNumbers()).containsExactly(1, 3);
    assertThat(store.spooled().letters()).isEqualTo(1);
  }

  @Test
  void besideALetterThatIsRefusedTheOthersAreClaimedAndDiscarded() throws IOException {
    spoolThreeOfWhichTheSecondIsRefused();

    assertThat(store.claim(LetterSample.id(1), "me", LIMIT)).isPresent();
    assertThat(store.discard(LetterSample.id(3))).isTrue();
  }

  @Test
  void aLetterThatIsRefusedForGoodIsDiscardedInTheSpool() throws IOException {
    spoolThreeOfWhichTheSecondIsRefused();

    assertThat(store.discard(LetterSample.id(2))).isTrue();

    assertThat(store.discard(LetterSample.id(2))).isFalse();
    assertThat(store.claim(LetterSample.id(2), "me", LIMIT)).isEmpty();
    assertThat(store.spooled().letters()).isZero();
    Letter discarded = letter(2).with(LetterStatus.FRESH.discarded());
    assertThat(store.find(LetterSample.id(2))).contains(discarded);
    assertThat(store.list(LetterFilter.all().state(LetterState.DISCARDED), null, 9))
        .containsExactly(discarded);
    assertThat(numbers(store.list(LetterFilter.all(), null, 9))).containsExactly(1, 2, 3);
    assertThat(store.stats().byState())
        .containsOnly(Map.entry(LetterState.STORED, 2L), Map.entry(LetterState.DISCARDED, 1L));
  }

  @Test
  void aLetterThatIsRefusedForGoodIsPurgedFromTheSpool() throws IOException {
    spoolThreeOfWhichTheSecondIsRefused();

    assertThat(store.purge(LetterFilter.waiting().failedFrom(letter(2).lastFailure())))
        .isEqualTo(2);

    assertThat(numbers(store.list(LetterFilter.all(), null, 9))).containsExactly(1);
    assertThat(store.spooled().letters()).isZero();
    assertThat(store.stats().removed()).isEqualTo(2);
    assertThat(store.stats().received()).isEqualTo(3);
  }

  @Test
  void aLetterThatAnotherProcessHasUnderWayIsSomebodyElses() throws IOException {
    waiting.append(letter(1), LIMIT);
    assertThat(waiting.claim(LetterSample.id(1), "spool", LIMIT)).isPresent();

    assertThat(store.claim(LetterSample.id(1), "me", LIMIT)).isEmpty();
    assertThat(store.discard(LetterSample.id(1))).isFalse();
  }

  @Test
  void whoAsksForManyLettersThatAreRefusedTriesEachOfThemAlone() throws IOException {
    store.close();
    for (int number = 1; number <= 50; number++) {
      waiting.append(letter(number), LIMIT);
    }
    FaultyStore counted = new FaultyStore(kept);
    counted.refuse(one -> true);
    try (SpoolingStore later = new SpoolingStore(counted, local)) {
      awaitProbe();
      for (int number = 1; number <= 50; number++) {
        String id = LetterSample.id(number);
        assertThatThrownBy(() -> later.claim(id, "me", LIMIT))
            .isInstanceOf(RefusedLetterException.class);
      }
    }

    // Once by the thread, and once by who asked.
    assertThat(counted.appends()).isEqualTo(2 * 50);
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
    waiting.append(letter(1), LIMIT);
    remote.refuse(
        one -> {
          throw new IllegalStateException("a bug");
        });
    assertThatThrownBy(() -> store.claim(LetterSample.id(1), "me", LIMIT))
        .isInstanceOf(IOException.class);

    remote.refuse(one -> false);

    assertThat(store.claim(LetterSample.id(1), "me", LIMIT)).isPresent();
  }

  @Test
  void whatIsNotToBeKeptAnyLongerIsRemovedFromTheStoreEachHour() throws Exception {
    kept.append(letter(1), LIMIT);
    kept.append(letter(2), LIMIT);
    time.advance(Duration.between(time.now(), letter(1).retainUntil()));
    remote.awaitPurges(1);
    assertThat(keptNumbers()).containsExactly(2);

    time.awaitAlarms(1);
    assertThat(time.advanceToNextAlarm()).isEqualTo(Duration.ofHours(1));

    remote.awaitPurges(1);
    assertThat(keptNumbers()).isEmpty();
    assertThat(store.stats().removed()).isEqualTo(2);
  }

  @Test
  void aStoreThatCannotRemoveNowIsAskedAnHourLater() throws Exception {
    remote.is(Mood.AWAY);
    assertThat(time.advanceToNextAlarm()).isEqualTo(Duration.ofMinutes(5));
    time.awaitAlarms(1);
    remote.is(Mood.WELL);

    assertThat(time.advanceToNextAlarm()).isEqualTo(Duration.ofHours(1));

    remote.awaitPurges(1);
  }

  @Test
  void nothingIsRemovedOnceItIsClosed() throws IOException {
    store.close();

    assertThat(time.alarms()).isZero();
    time.advance(Duration.ofHours(2));
    assertThat(remote.purges()).isZero();
  }

  @Test
  void whatLeavesTheSpoolWithoutHavingBeenMovedIsCounted() throws IOException {
    remote.is(Mood.AWAY);
    store.append(letter(1), LIMIT);
    store.append(letter(2), LIMIT);
    remote.is(Mood.WELL);
    move();
    remote.is(Mood.AWAY);
    store.append(letter(3), LIMIT);
    // The retention of all three is over; the spool looks for such letters after it has written.
    time.advance(Duration.ofDays(31));
    store.append(LetterSample.of(4).retainUntil(time.now().plus(LIMIT)).letter(), LIMIT);
    assertThat(store.find(LetterSample.id(4))).isPresent();
    remote.is(Mood.WELL);

    assertCounted(store.stats());
    store.close();
    waiting.close();
    try (SpoolingStore again = new SpoolingStore(new FaultyStore(kept), spool())) {
      assertCounted(again.stats());
    }
  }

  private static void assertCounted(LetterStats stats) {
    assertThat(stats.total()).isEqualTo(3);
    assertThat(stats.removed()).isEqualTo(1);
    assertThat(stats.received()).isEqualTo(4);
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
