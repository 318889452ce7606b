package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A store keeps its letters when it is closed, and several processes can share it. */
interface StoreHandleCases extends StoreCases {
  private static List<Letter> all(DeadLetterStore store) throws IOException {
    return store.list(LetterFilter.all(), null, Integer.MAX_VALUE);
  }

  private DeadLetterStore reopened() throws IOException {
    store().close();
    return another();
  }

  @Test
  default void lettersOutliveTheClosing() throws IOException {
    keep(10);
    List<Letter> before = all(store());

    assertEquals(before, all(reopened()));
  }

  @Test
  default void statesOutliveTheClosing() throws IOException {
    keep(4);
    store().discard(LetterSample.id(1));
    store().settle(LetterSample.id(2), claim(2).status().token(), Settlement.REPLAYED);
    store().settle(LetterSample.id(3), claim(3).status().token(), Settlement.FAILED);
    List<Letter> before = all(store());

    assertEquals(before, all(reopened()));
  }

  @Test
  default void joinedCallsOutliveTheClosing() throws IOException {
    keep(LetterSample.of(1).identity("same"));
    keep(LetterSample.of(2).identity("same").failure("again"));
    Letter before = read(1);

    DeadLetterStore again = reopened();

    assertEquals(Optional.of(before), again.find(LetterSample.id(1)));
    again.append(LetterSample.of(3).identity("same").letter(), LIMIT);
    assertEquals(3, again.find(LetterSample.id(1)).orElseThrow().status().count());
  }

  @Test
  default void countersOutliveTheClosing() throws IOException {
    keep(LetterSample.of(1).identity("same"));
    keep(LetterSample.of(2).identity("same"));
    keep(LetterSample.of(3).queue("doomed"));
    store().purge(LetterFilter.all().queue("doomed"));
    LetterStats before = store().stats();

    assertEquals(before, reopened().stats());
  }

  @Test
  default void purgedLettersStayAway() throws IOException {
    keep(3);
    store().purge(LetterFilter.all());

    assertEquals(List.of(), all(reopened()));
  }

  @Test
  default void claimsOutliveTheClosing() throws IOException {
    keep(1);
    Letter claimed = claim(1);

    DeadLetterStore again = reopened();

    assertEquals(Optional.of(claimed), again.find(claimed.id()));
    assertEquals(Optional.empty(), again.claim(claimed.id(), "you", LEASE));
    assertTrue(again.settle(claimed.id(), claimed.status().token(), Settlement.REPLAYED));
  }

  @Test
  default void tokensGrowOnAfterTheClosing() throws IOException {
    keep(1);
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.FAILED);

    Letter claimed = reopened().claim(LetterSample.id(1), "you", LEASE).orElseThrow();

    assertEquals(2, claimed.status().token());
  }

  @Test
  default void idsAreKnownAfterTheClosing() throws IOException {
    keep(1);

    DeadLetterStore again = reopened();
    again.append(LetterSample.of(1).letter(), LIMIT);

    assertEquals(1, all(again).size());
    assertEquals(1, again.stats().received());
  }

  @Test
  default void anotherHandleSeesWhatWasThere() throws IOException {
    keep(3);

    assertEquals(all(store()), all(another()));
  }

  @Test
  default void handlesSeeEachOthersLetters() throws IOException {
    DeadLetterStore other = another();
    keep(LetterSample.of(1));
    other.append(LetterSample.of(2).letter(), LIMIT);

    assertEquals(List.of(1, 2), numbers(all(store())));
    assertEquals(List.of(1, 2), numbers(all(other)));
  }

  @Test
  default void callsOfOneHandleAreTakenIntoLettersOfTheOther() throws IOException {
    DeadLetterStore other = another();
    keep(LetterSample.of(1).identity("same"));

    Letter kept = other.append(LetterSample.of(2).identity("same").letter(), LIMIT);

    assertEquals(LetterSample.id(1), kept.id());
    assertEquals(2, read(1).status().count());
  }

  @Test
  default void anIdIsKeptOnceByAllHandles() throws IOException {
    DeadLetterStore other = another();
    keep(LetterSample.of(1).failure("first"));

    Letter kept = other.append(LetterSample.of(1).failure("second").letter(), LIMIT);

    assertEquals("first", kept.failure());
    assertEquals(1, other.stats().received());
  }

  @Test
  default void aClaimHoldsForAllHandles() throws IOException {
    DeadLetterStore other = another();
    keep(1);
    Letter claimed = claim(1);

    assertEquals(Optional.empty(), other.claim(claimed.id(), "you", LEASE));
    assertFalse(other.discard(claimed.id()));
    assertEquals(0, other.purge(LetterFilter.all()));
    assertEquals(Optional.of(claimed), other.find(claimed.id()));
  }

  @Test
  default void aClaimTakenOverByAnotherHandleIsLost() throws IOException {
    DeadLetterStore other = another();
    keep(1);
    long stale = claim(1).status().token();
    time().advance(LEASE);
    Letter theirs = other.claim(LetterSample.id(1), "you", LEASE).orElseThrow();

    assertFalse(store().settle(LetterSample.id(1), stale, Settlement.REPLAYED));
    assertFalse(store().renew(LetterSample.id(1), stale, LEASE));
    assertEquals(theirs, read(1));
  }

  @Test
  default void aRenewalHoldsForAllHandles() throws IOException {
    DeadLetterStore other = another();
    keep(1);
    long token = claim(1).status().token();
    time().advance(LEASE.minusSeconds(1));
    store().renew(LetterSample.id(1), token, LEASE);
    time().advance(LEASE.minusSeconds(1));

    assertEquals(Optional.empty(), other.claim(LetterSample.id(1), "you", LEASE));
  }

  @Test
  default void statesHoldForAllHandles() throws IOException {
    DeadLetterStore other = another();
    keep(2);
    store().discard(LetterSample.id(1));
    other.settle(
        LetterSample.id(2),
        other.claim(LetterSample.id(2), "you", LEASE).orElseThrow().status().token(),
        Settlement.REPLAYED);

    assertEquals(all(store()), all(other));
    assertEquals(LetterState.REPLAYED, read(2).state());
    assertFalse(other.discard(LetterSample.id(1)));
  }

  @Test
  default void aPurgeHoldsForAllHandles() throws IOException {
    DeadLetterStore other = another();
    keep(3);

    assertEquals(3, other.purge(LetterFilter.all()));

    assertEquals(List.of(), numbers(LetterFilter.all()));
    assertEquals(Optional.empty(), store().find(LetterSample.id(1)));
    assertEquals(3, store().stats().removed());
  }

  @Test
  default void countersHoldForAllHandles() throws IOException {
    DeadLetterStore other = another();
    keep(LetterSample.of(1).identity("same"));
    other.append(LetterSample.of(2).identity("same").letter(), LIMIT);
    keep(LetterSample.of(3));

    assertEquals(store().stats(), other.stats());
    assertEquals(3, other.stats().received());
  }

  @Test
  default void closingOneHandleLeavesTheOther() throws IOException {
    DeadLetterStore other = another();
    keep(1);
    other.close();

    keep(LetterSample.of(2));

    assertEquals(List.of(1, 2), numbers(LetterFilter.all()));
  }

  @Test
  default void ofClaimsThroughTwoHandlesOneWins() throws Exception {
    DeadLetterStore other = another();
    keep(1);

    List<Boolean> won =
        Parallel.run(
            8,
            thread ->
                (thread % 2 == 0 ? store() : other)
                    .claim(LetterSample.id(1), "owner-" + thread, LEASE)
                    .isPresent());

    assertEquals(1, Collections.frequency(won, true));
    assertEquals(store().find(LetterSample.id(1)), other.find(LetterSample.id(1)));
  }

  @Test
  default void joinsThroughTwoHandlesAreCountedExactly() throws Exception {
    DeadLetterStore other = another();

    Parallel.run(
        4,
        thread -> {
          for (int i = 0; i < 10; i++) {
            Letter letter = LetterSample.of(thread * 10 + i).identity("same").letter();
            (thread % 2 == 0 ? store() : other).append(letter, LIMIT);
          }
          return true;
        });

    assertEquals(1, all(store()).size());
    assertEquals(40, all(other).get(0).status().count());
    assertEquals(39, other.stats().joined());
  }

  @Test
  default void lettersAppendedThroughTwoHandlesAreAllKept() throws Exception {
    DeadLetterStore other = another();

    Parallel.run(
        4,
        thread -> {
          for (int i = 0; i < 10; i++) {
            Letter letter = LetterSample.of(thread * 10 + i).letter();
            (thread % 2 == 0 ? store() : other).append(letter, LIMIT);
          }
          return true;
        });

    assertEquals(IntStream.range(0, 40).boxed().toList(), numbers(all(other)));
    assertEquals(all(store()), all(other));
  }
}
