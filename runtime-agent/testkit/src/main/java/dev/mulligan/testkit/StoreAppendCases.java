package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A letter is kept once, within the limit. */
interface StoreAppendCases extends StoreCases {
  @Test
  default void aNewStoreIsEmpty() throws IOException {
    assertEquals(List.of(), numbers(LetterFilter.all()));
  }

  @Test
  default void anUnknownLetterIsNotFound() throws IOException {
    keep(1);

    assertEquals(Optional.empty(), store().find(LetterSample.id(2)));
  }

  @Test
  default void whatIsNoIdIsNotFound() throws IOException {
    keep(1);

    for (String odd : List.of("", " ", "%", "' OR ''='", "../journal", LetterSample.id(1) + "0")) {
      assertEquals(Optional.empty(), store().find(odd), odd);
    }
  }

  @Test
  default void neighboursAreDifferentLetters() throws IOException {
    keep(LetterSample.of(16).failure("sixteen"));
    keep(LetterSample.of(17).failure("seventeen"));

    assertEquals("sixteen", read(16).failure());
    assertEquals("seventeen", read(17).failure());
  }

  @Test
  default void aLetterIsKeptOnce() throws IOException {
    keep(LetterSample.of(1));
    keep(LetterSample.of(1));

    assertEquals(List.of(1), numbers(LetterFilter.all()));
    assertEquals(1, read(1).status().count());
  }

  @Test
  default void aLetterAppendedAgainIsNotCountedAgain() throws IOException {
    keep(LetterSample.of(1).identity("same"));
    keep(LetterSample.of(1).identity("same"));

    assertEquals(1, read(1).status().count());
    assertEquals(1, store().stats().received());
  }

  @Test
  default void whatCameFirstUnderAnIdStays() throws IOException {
    keep(LetterSample.of(1).failure("first"));
    Letter kept = keep(LetterSample.of(1).failure("second"));

    assertEquals("first", kept.failure());
    assertEquals("first", read(1).failure());
  }

  @Test
  default void aClaimedLetterAppendedAgainStaysClaimed() throws IOException {
    keep(1);
    Letter claimed = claim(1);

    Letter kept = keep(LetterSample.of(1));

    assertEquals(claimed.status(), kept.status());
    assertEquals(claimed.status(), read(1).status());
  }

  @Test
  default void aReplayedLetterAppendedAgainStaysReplayed() throws IOException {
    keep(1);
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.REPLAYED);

    Letter kept = keep(LetterSample.of(1));

    assertEquals(LetterState.REPLAYED, kept.state());
    assertEquals(List.of(), numbers(LetterFilter.waiting()));
  }

  @Test
  default void aDiscardedLetterAppendedAgainStaysDiscarded() throws IOException {
    keep(1);
    store().discard(LetterSample.id(1));

    Letter kept = keep(LetterSample.of(1).identity("same"));

    assertEquals(LetterState.DISCARDED, kept.state());
    assertEquals(1, store().stats().received());
  }

  @Test
  default void withoutTimeALetterIsKeptOrRefused() throws IOException {
    keptOrRefused(Duration.ZERO);
  }

  @Test
  default void inLessThanNoTimeALetterIsKeptOrRefused() throws IOException {
    keptOrRefused(Duration.ofSeconds(-1));
  }

  @Test
  default void inLittleTimeALetterIsKeptOrRefused() throws IOException {
    keptOrRefused(Duration.ofMillis(1));
  }

  private void keptOrRefused(Duration limit) throws IOException {
    boolean acknowledged = true;
    try {
      store().append(LetterSample.of(1).letter(), limit);
    } catch (IOException late) {
      acknowledged = false;
    }
    assertTrue(!acknowledged || store().find(LetterSample.id(1)).isPresent());

    // Refused or not, it may be on its way: the same letter again is the same letter.
    keep(LetterSample.of(1));
    assertEquals(List.of(1), numbers(LetterFilter.all()));
    assertEquals(1, store().stats().received());
  }

  @Test
  default void aLimitOfManyYearsIsALimit() throws IOException {
    store().append(LetterSample.of(1).letter(), Duration.ofDays(365L * 100));

    assertEquals(1, read(1).status().count());
  }
}
