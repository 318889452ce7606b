package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.spool.RefusedLetterException;
import dev.mulligan.runtime.spool.SpoolingStore;
import dev.mulligan.testkit.FaultyStore.Mood;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, or kept too long: it is told, and counted. */
class SpoolAccountsTest extends SpoolingStoreSetup {
  SpoolAccountsTest(@TempDir Path folder) throws IOException {
    super(folder);
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
    store.close();
    waiting.append(letter(1), LIMIT);
    assertThat(waiting.claim(LetterSample.id(1), "spool", LIMIT)).isPresent();

    try (SpoolingStore later = new SpoolingStore(remote, local)) {
      assertThat(later.claim(LetterSample.id(1), "me", LIMIT)).isEmpty();
      assertThat(later.discard(LetterSample.id(1))).isFalse();
    }
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
}
