package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.Settlement;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads share a store. */
interface StoreThreadCases extends StoreCases {
  @Test
  default void sixteenThreadsAppendAndNothingIsLost() throws Exception {
    Parallel.run(
        16,
        thread -> {
          for (int i = 0; i < 10; i++) {
            keep(LetterSample.of(thread * 10 + i));
          }
          return true;
        });

    assertEquals(IntStream.range(0, 160).boxed().toList(), numbers(LetterFilter.all()));
    assertEquals(160, store().stats().received());
  }

  @Test
  default void anAcknowledgedLetterIsSeenAtOnceByItsThread() throws Exception {
    List<Boolean> seen =
        Parallel.run(
            8,
            thread -> {
              keep(LetterSample.of(thread));
              return store().find(LetterSample.id(thread)).isPresent();
            });

    assertEquals(Collections.nCopies(8, true), seen);
  }

  @Test
  default void aLetterAppendedByManyThreadsIsKeptOnce() throws Exception {
    Parallel.run(8, thread -> keep(LetterSample.of(1)));

    assertEquals(List.of(1), numbers(LetterFilter.all()));
    assertEquals(1, store().stats().received());
  }

  @Test
  default void joinsInParallelAreCountedExactly() throws Exception {
    Parallel.run(
        8,
        thread -> {
          for (int i = 0; i < 10; i++) {
            keep(LetterSample.of(thread * 10 + i).identity("same"));
          }
          return true;
        });

    List<Letter> letters = store().list(LetterFilter.all(), null, 10);
    assertEquals(1, letters.size());
    assertEquals(80, letters.get(0).status().count());
    assertEquals(79, store().stats().joined());
  }

  @Test
  default void ofEightClaimsOneWins() throws Exception {
    keep(1);

    List<Boolean> won =
        Parallel.run(
            8, thread -> store().claim(LetterSample.id(1), "owner-" + thread, LEASE).isPresent());

    assertEquals(1, Collections.frequency(won, true));
    assertEquals("owner-" + won.indexOf(true), read(1).status().owner());
    assertEquals(1, read(1).status().token());
  }

  @Test
  default void everyLetterIsClaimedByOneOfMany() throws Exception {
    keep(20);

    List<Long> won =
        Parallel.run(
            4,
            thread -> {
              long mine = 0;
              for (int number = 1; number <= 20; number++) {
                String id = LetterSample.id(number);
                mine += store().claim(id, "owner-" + thread, LEASE).isPresent() ? 1 : 0;
              }
              return mine;
            });

    assertEquals(20, won.stream().mapToLong(Long::longValue).sum());
  }

  @Test
  default void ofEightSettlementsOneHolds() throws Exception {
    keep(1);
    long token = claim(1).status().token();

    List<Boolean> settled =
        Parallel.run(8, thread -> store().settle(LetterSample.id(1), token, Settlement.FAILED));

    assertEquals(1, Collections.frequency(settled, true));
    assertEquals(1, read(1).status().replays());
  }

  @Test
  default void ofEightDiscardsOneHolds() throws Exception {
    keep(1);

    List<Boolean> discarded = Parallel.run(8, thread -> store().discard(LetterSample.id(1)));

    assertEquals(1, Collections.frequency(discarded, true));
  }

  @Test
  default void aLetterIsEitherClaimedOrDiscarded() throws Exception {
    keep(1);

    List<Boolean> done =
        Parallel.run(
            2,
            thread ->
                thread == 0
                    ? store().discard(LetterSample.id(1))
                    : store().claim(LetterSample.id(1), "owner", LEASE).isPresent());

    assertNotEquals(done.get(0), done.get(1));
  }

  @Test
  default void purgesInParallelCountEachLetterOnce() throws Exception {
    keep(40);

    List<Long> removed = Parallel.run(4, thread -> store().purge(LetterFilter.all()));

    assertEquals(40, removed.stream().mapToLong(Long::longValue).sum());
    assertEquals(40, store().stats().removed());
  }

  @Test
  default void callsAreCountedWhileTheirLetterIsClaimedAndReleased() throws Exception {
    keep(LetterSample.of(1).identity("same"));

    Parallel.run(
        4,
        thread -> {
          for (int i = 0; i < 10; i++) {
            if (thread == 0) {
              Letter claimed = store().claim(LetterSample.id(1), "owner", LEASE).orElseThrow();
              store().settle(claimed.id(), claimed.status().token(), Settlement.RELEASED);
            } else {
              keep(LetterSample.of(thread * 100 + i).identity("same"));
            }
          }
          return true;
        });

    List<Letter> letters = store().list(LetterFilter.all(), null, 100);
    assertEquals(31, letters.stream().mapToInt(letter -> letter.status().count()).sum());
    assertEquals(31, store().stats().received());
  }

  @Test
  default void whoeverReadsMeanwhileSeesOrderedLettersWithoutDoubles() throws Exception {
    List<Boolean> fine =
        Parallel.run(
            4,
            thread -> {
              boolean ordered = true;
              for (int i = 0; i < 15; i++) {
                if (thread > 0) {
                  keep(LetterSample.of(1000 - thread * 100 - i));
                } else {
                  List<Integer> seen = numbers(LetterFilter.all());
                  ordered &= seen.equals(seen.stream().sorted().distinct().toList());
                }
              }
              return ordered;
            });

    assertTrue(fine.get(0));
    assertEquals(45, numbers(LetterFilter.all()).size());
  }
}
