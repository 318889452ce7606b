package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A claim ends once, by whoever holds it. */
interface StoreSettleCases extends StoreCases {
  private boolean settle(long token, Settlement how) throws IOException {
    return store().settle(LetterSample.id(1), token, how);
  }

  @Test
  default void aReplayedLetterIsDone() throws IOException {
    keep(1);

    assertTrue(settle(claim(1).status().token(), Settlement.REPLAYED));

    assertEquals(new LetterStatus(LetterState.REPLAYED, 1, 0, 1, null, null), read(1).status());
    assertEquals(List.of(), numbers(LetterFilter.waiting()));
  }

  @Test
  default void aFailedReplayIsCountedAndTheLetterWaitsOn() throws IOException {
    keep(1);

    assertTrue(settle(claim(1).status().token(), Settlement.FAILED));

    assertEquals(new LetterStatus(LetterState.STORED, 1, 1, 1, null, null), read(1).status());
  }

  @Test
  default void aReleasedLetterWaitsOnAsItWas() throws IOException {
    keep(1);

    assertTrue(settle(claim(1).status().token(), Settlement.RELEASED));

    assertEquals(new LetterStatus(LetterState.STORED, 1, 0, 1, null, null), read(1).status());
  }

  @Test
  default void failedReplaysAddUp() throws IOException {
    keep(1);
    settle(claim(1).status().token(), Settlement.FAILED);
    settle(claim(1).status().token(), Settlement.FAILED);
    settle(claim(1).status().token(), Settlement.REPLAYED);

    assertEquals(2, read(1).status().replays());
  }

  @Test
  default void settlingLeavesTheRestOfTheLetter() throws IOException {
    Letter kept = keep(LetterSample.of(1).count(3));
    settle(claim(1).status().token(), Settlement.REPLAYED);

    Letter settled = read(1);
    assertEquals(kept.with(settled.status()), settled);
    assertEquals(3, settled.status().count());
  }

  @Test
  default void aSettledLetterIsFreeAtOnce() throws IOException {
    keep(1);
    settle(claim(1).status().token(), Settlement.FAILED);

    assertTrue(store().claim(LetterSample.id(1), "you", LEASE).isPresent());
  }

  @Test
  default void aClaimIsSettledOnce() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    assertTrue(settle(token, Settlement.FAILED));

    assertFalse(settle(token, Settlement.FAILED));
    assertFalse(settle(token, Settlement.REPLAYED));
    assertEquals(1, read(1).status().replays());
    assertEquals(LetterState.STORED, read(1).state());
  }

  @Test
  default void aClaimLostToSomebodyElseSettlesNothing() throws IOException {
    keep(1);
    long stale = claim(1).status().token();
    time().advance(LEASE);
    Letter theirs = store().claim(LetterSample.id(1), "you", LEASE).orElseThrow();

    assertFalse(settle(stale, Settlement.REPLAYED));
    assertEquals(theirs, read(1));
  }

  @Test
  default void aLeaseThatIsOverCanBeSettled() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    time().advance(LEASE.multipliedBy(2));

    assertTrue(settle(token, Settlement.REPLAYED));
    assertEquals(LetterState.REPLAYED, read(1).state());
  }

  @Test
  default void whatWasNeverClaimedCannotBeSettled() throws IOException {
    keep(1);

    assertFalse(settle(0, Settlement.REPLAYED));
    assertEquals(LetterStatus.FRESH, read(1).status());
  }

  @Test
  default void aTokenFromTheFutureSettlesNothing() throws IOException {
    keep(1);
    Letter claimed = claim(1);

    assertFalse(settle(claimed.status().token() + 1, Settlement.REPLAYED));
    assertEquals(claimed, read(1));
  }

  @Test
  default void anUnknownLetterCannotBeSettled() throws IOException {
    assertFalse(settle(1, Settlement.REPLAYED));
  }

  @Test
  default void aDiscardedLetterCannotBeSettled() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    time().advance(LEASE);
    assertTrue(store().discard(LetterSample.id(1)));

    assertFalse(settle(token, Settlement.REPLAYED));
    assertEquals(LetterState.DISCARDED, read(1).state());
  }

  @Test
  default void aPurgedLetterCannotBeSettled() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    time().advance(LEASE);
    store().purge(LetterFilter.all());

    assertFalse(settle(token, Settlement.REPLAYED));
    assertEquals(Optional.empty(), store().find(LetterSample.id(1)));
  }
}
