package dev.mulligan.testkit;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What the tests of {@link StoreContract} have in common. */
interface StoreCases {
  /** More than any store takes, and little enough for a test to end. */
  Duration LIMIT = Duration.ofSeconds(20);

  /** How long claims last. */
  Duration LEASE = Duration.ofMinutes(5);

  /** Gives the store of the test. */
  DeadLetterStore store();

  /** Opens the store once more; a store that cannot be opened again skips the test. */
  DeadLetterStore another() throws IOException;

  /** Gives the time of the test. */
  VirtualTime time();

  /** Skips the test if the store does not know joined letters again. */
  void assumeJoinedLettersAreKnown();

  /** Appends a letter. */
  default Letter keep(LetterSample sample) throws IOException {
    return store().append(sample.letter(), LIMIT);
  }

  /** Appends letters with the numbers from 1 on. */
  default void keep(int count) throws IOException {
    for (int number = 1; number <= count; number++) {
      keep(LetterSample.of(number));
    }
  }

  /** Reads a letter that must be there. */
  default Letter read(int number) throws IOException {
    String id = LetterSample.id(number);
    return store()
        .find(id)
        .orElseThrow(() -> new AssertionError("letter " + number + " is not there"));
  }

  /** Claims a letter that must be free. */
  default Letter claim(int number) throws IOException {
    return store()
        .claim(LetterSample.id(number), "owner", LEASE)
        .orElseThrow(() -> new AssertionError("letter " + number + " cannot be claimed"));
  }

  /** Lists the numbers of letters. */
  default List<Integer> numbers(LetterFilter filter) throws IOException {
    return numbers(store().list(filter, null, Integer.MAX_VALUE));
  }

  /** Tells the numbers of letters. */
  default List<Integer> numbers(List<Letter> letters) {
    return letters.stream().map(letter -> LetterSample.number(letter.id())).toList();
  }
}
