package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An interrupt harms nobody. */
interface StoreInterruptCases extends StoreCases {
  /** Something that is asked of a store. */
  @FunctionalInterface
  interface Request {
    void run() throws IOException;
  }

  /** Runs on an interrupted thread of its own; tells whether the store answered. */
  private static boolean interrupted(Request request) throws Exception {
    return Parallel.run(
            1,
            thread -> {
              Thread.currentThread().interrupt();
              boolean answered = true;
              try {
                request.run();
              } catch (IOException refused) {
                answered = false;
              }
              assertTrue(Thread.interrupted(), "the thread is interrupted no more");
              return answered;
            })
        .get(0);
  }

  @Test
  default void anInterruptedThreadKeepsItsLetterOrIsRefused() throws Exception {
    boolean kept = interrupted(() -> keep(LetterSample.of(1)));

    assertTrue(!kept || store().find(LetterSample.id(1)).isPresent());
    keep(LetterSample.of(1));
    assertEquals(1, store().stats().received());
  }

  @TestFactory
  default Stream<DynamicTest> afterAnInterruptTheStoreWorksOn() throws IOException {
    keep(LetterSample.of(900));
    return Stream.of(
        survives("append", 1, () -> keep(LetterSample.of(500))),
        survives("find", 2, () -> store().find(LetterSample.id(900))),
        survives("list", 3, () -> store().list(LetterFilter.all(), null, 9)),
        survives("stats", 4, () -> store().stats()),
        survives("claim", 5, () -> store().claim(LetterSample.id(900), "me", LEASE)),
        survives("renew", 6, () -> store().renew(LetterSample.id(900), 1, LEASE)),
        survives("settle", 7, () -> store().settle(LetterSample.id(900), 1, Settlement.FAILED)),
        survives("discard", 8, () -> store().discard(LetterSample.id(900))),
        survives("purge", 9, () -> store().purge(LetterFilter.all().queue("none"))));
  }

  private DynamicTest survives(String name, int number, Request request) {
    return dynamicTest(
        name,
        () -> {
          interrupted(request);

          keep(LetterSample.of(number));
          assertTrue(numbers(LetterFilter.all()).contains(number));
        });
  }

  @Test
  default void interruptedThreadsDoNotHarmTheOthers() throws Exception {
    List<Boolean> kept =
        Parallel.run(
            8,
            thread -> {
              for (int i = 0; i < 10; i++) {
                if (thread % 2 == 0) {
                  Thread.currentThread().interrupt();
                  keepOrNot(LetterSample.of(1000 + thread * 10 + i));
                  assertTrue(Thread.interrupted());
                } else {
                  keep(LetterSample.of(thread * 10 + i));
                }
              }
              return true;
            });

    assertEquals(Collections.nCopies(8, true), kept);
    List<Integer> found = numbers(LetterFilter.all());
    assertEquals(40, found.stream().filter(number -> number < 1000).count());
  }

  private void keepOrNot(LetterSample sample) {
    try {
      keep(sample);
    } catch (IOException refused) {
      // The interrupted thread may be refused; the others may not.
    }
  }
}
