package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Letters that are not needed are discarded, and removed by a purge. */
interface StoreRemovalCases extends StoreCases {
  private boolean discard(int number) throws IOException {
    return store().discard(LetterSample.id(number));
  }

  @Test
  default void aDiscardedLetterIsKeptButWaitsNoMore() throws IOException {
    Letter kept = keep(LetterSample.of(1));

    assertTrue(discard(1));

    assertEquals(kept.with(LetterStatus.FRESH.discarded()), read(1));
    assertEquals(List.of(), numbers(LetterFilter.waiting()));
  }

  @Test
  default void onlyTheNamedLetterIsDiscarded() throws IOException {
    keep(3);
    discard(2);

    assertEquals(List.of(1, 3), numbers(LetterFilter.waiting()));
  }

  @Test
  default void anUnknownLetterCannotBeDiscarded() throws IOException {
    assertFalse(discard(1));
  }

  @Test
  default void aLetterIsDiscardedOnce() throws IOException {
    keep(1);

    assertTrue(discard(1));
    assertFalse(discard(1));
  }

  @Test
  default void aReplayedLetterCannotBeDiscarded() throws IOException {
    keep(1);
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.REPLAYED);

    assertFalse(discard(1));
    assertEquals(LetterState.REPLAYED, read(1).state());
  }

  @Test
  default void aLeasedLetterCannotBeDiscarded() throws IOException {
    keep(1);
    Letter claimed = claim(1);

    assertFalse(discard(1));
    assertEquals(claimed, read(1));
  }

  @Test
  default void whenTheLeaseIsOverALetterCanBeDiscarded() throws IOException {
    keep(1);
    claim(1);
    time().advance(LEASE);

    assertTrue(discard(1));
    assertEquals(new LetterStatus(LetterState.DISCARDED, 1, 0, 1, null, null), read(1).status());
  }

  @Test
  default void aPurgeRemovesAllThatItsFilterMeans() throws IOException {
    keep(3);
    keep(LetterSample.of(4).queue("mails"));

    assertEquals(3, store().purge(LetterFilter.all().queue("orders")));

    assertEquals(List.of(4), numbers(LetterFilter.all()));
  }

  @Test
  default void aPurgeByTextLooksIntoTheLetters() throws IOException {
    keep(LetterSample.of(1).failure("disk full"));
    keep(LetterSample.of(2).failure("no route"));

    assertEquals(1, store().purge(LetterFilter.all().text("DISK")));

    assertEquals(List.of(2), numbers(LetterFilter.all()));
  }

  @Test
  default void aPurgedLetterIsNotFound() throws IOException {
    keep(1);
    store().purge(LetterFilter.all());

    assertEquals(Optional.empty(), store().find(LetterSample.id(1)));
  }

  @Test
  default void aPurgeRemovesLettersOfEveryState() throws IOException {
    keep(3);
    discard(1);
    store().settle(LetterSample.id(2), claim(2).status().token(), Settlement.REPLAYED);

    assertEquals(3, store().purge(LetterFilter.all()));
  }

  @Test
  default void aPurgeOfWhatIsDoneLeavesWhatWaits() throws IOException {
    keep(3);
    discard(1);

    assertEquals(1, store().purge(LetterFilter.all().state(LetterState.DISCARDED)));
    assertEquals(List.of(2, 3), numbers(LetterFilter.all()));
  }

  @Test
  default void aPurgeLeavesLeasedLetters() throws IOException {
    keep(3);
    Letter claimed = claim(2);

    assertEquals(2, store().purge(LetterFilter.all()));

    assertEquals(claimed, read(2));
    assertEquals(List.of(2), numbers(LetterFilter.all()));
  }

  @Test
  default void aPurgeRemovesLettersWhoseLeaseIsOver() throws IOException {
    keep(1);
    claim(1);
    time().advance(LEASE);

    assertEquals(1, store().purge(LetterFilter.all()));
  }

  @Test
  default void aPurgeRemovesWhatIsExpired() throws IOException {
    keep(3);

    LetterFilter expired = LetterFilter.all().expiredAt(LetterSample.of(2).letter().retainUntil());
    assertEquals(2, store().purge(expired));

    assertEquals(List.of(3), numbers(LetterFilter.all()));
  }

  @Test
  default void aPurgeOfNothingRemovesNothing() throws IOException {
    keep(1);

    assertEquals(0, store().purge(LetterFilter.all().queue("none")));
    assertEquals(List.of(1), numbers(LetterFilter.all()));
  }

  @Test
  default void aLetterIsPurgedOnce() throws IOException {
    keep(2);

    assertEquals(2, store().purge(LetterFilter.all()));
    assertEquals(0, store().purge(LetterFilter.all()));
    assertEquals(2, store().stats().removed());
  }

  @Test
  default void aPurgeRemovesManyLetters() throws IOException {
    keep(300);

    assertEquals(300, store().purge(LetterFilter.all()));

    assertEquals(300, store().stats().removed());
    assertEquals(List.of(), numbers(LetterFilter.all()));
  }

  @Test
  default void aLetterThatTookCallsInIsRemovedAsOne() throws IOException {
    keep(LetterSample.of(1).identity("same"));
    keep(LetterSample.of(2).identity("same"));

    assertEquals(1, store().purge(LetterFilter.all()));

    LetterStats stats = store().stats();
    assertEquals(1, stats.removed());
    assertEquals(1, stats.joined());
    assertEquals(2, stats.received());
    assertEquals(List.of(), numbers(LetterFilter.all()));
  }
}
