package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Letters come in the order of their ids, page by page. */
interface StorePageCases extends StoreCases {
  private List<Integer> page(LetterFilter filter, int after, int limit) throws IOException {
    return numbers(store().list(filter, LetterSample.id(after), limit));
  }

  @Test
  default void lettersComeByIdHoweverTheyCame() throws IOException {
    for (int number : new int[] {30, 5, 17, 256, 1}) {
      keep(LetterSample.of(number));
    }

    assertEquals(List.of(1, 5, 17, 30, 256), numbers(LetterFilter.all()));
  }

  @Test
  default void listedLettersAreWhole() throws IOException {
    keep(2);

    assertEquals(List.of(read(1), read(2)), store().list(LetterFilter.all(), null, 10));
  }

  @Test
  default void pagesHoldEveryLetterOnce() throws IOException {
    keep(25);
    List<Integer> seen = new ArrayList<>();
    List<Letter> page = store().list(LetterFilter.all(), null, 7);
    while (!page.isEmpty()) {
      seen.addAll(numbers(page));
      page = store().list(LetterFilter.all(), page.get(page.size() - 1).id(), 7);
    }

    assertEquals(IntStream.rangeClosed(1, 25).boxed().toList(), seen);
  }

  @Test
  default void aPageHoldsAsManyAsAreAskedFor() throws IOException {
    keep(5);

    assertEquals(List.of(1, 2, 3), numbers(store().list(LetterFilter.all(), null, 3)));
    assertEquals(List.of(4, 5), page(LetterFilter.all(), 3, 3));
  }

  @Test
  default void afterAFullLastPageComesAnEmptyOne() throws IOException {
    keep(4);

    assertEquals(List.of(3, 4), page(LetterFilter.all(), 2, 2));
    assertEquals(List.of(), page(LetterFilter.all(), 4, 2));
  }

  @Test
  default void aPageOfOneIsAPage() throws IOException {
    keep(3);

    assertEquals(List.of(2), page(LetterFilter.all(), 1, 1));
  }

  @Test
  default void aPageBeginsAfterAnIdThatThereIsNot() throws IOException {
    keep(LetterSample.of(10));
    keep(LetterSample.of(20));

    assertEquals(List.of(20), page(LetterFilter.all(), 15, 5));
  }

  @Test
  default void onlyMatchingLettersFillAPage() throws IOException {
    for (int number = 1; number <= 20; number++) {
      keep(LetterSample.of(number).queue(number % 5 == 0 ? "rare" : "orders"));
    }

    LetterFilter rare = LetterFilter.all().queue("rare");
    assertEquals(List.of(5, 10), numbers(store().list(rare, null, 2)));
    assertEquals(List.of(15, 20), page(rare, 10, 2));
  }

  @Test
  default void lettersThatMentionATextFillAPage() throws IOException {
    for (int number = 1; number <= 20; number++) {
      keep(LetterSample.of(number).failure(number % 5 == 0 ? "rare" : "often"));
    }

    LetterFilter rare = LetterFilter.all().text("rare");
    assertEquals(List.of(5, 10, 15), numbers(store().list(rare, null, 3)));
    assertEquals(List.of(20), page(rare, 15, 3));
  }

  @Test
  default void aLetterRemovedBetweenPagesShiftsNothing() throws IOException {
    keep(6);
    store().list(LetterFilter.all(), null, 3);
    store().purge(LetterFilter.all().failedUntil(LetterSample.START.plusSeconds(3)));

    assertEquals(List.of(4, 5, 6), page(LetterFilter.all(), 3, 3));
  }

  @Test
  default void thePageAfterARemovedLetterBeginsBehindIt() throws IOException {
    keep(LetterSample.of(1));
    keep(LetterSample.of(2).queue("doomed"));
    keep(LetterSample.of(3));
    store().purge(LetterFilter.all().queue("doomed"));

    assertEquals(List.of(3), page(LetterFilter.all(), 2, 3));
  }

  @Test
  default void aLetterThatComesBetweenPagesIsOnALaterOne() throws IOException {
    keep(2);
    keep(LetterSample.of(9));

    assertEquals(List.of(1, 2), numbers(store().list(LetterFilter.all(), null, 2)));
    keep(LetterSample.of(5));

    assertEquals(List.of(5, 9), page(LetterFilter.all(), 2, 2));
  }

  @Test
  default void aLetterThatComesTooLateForItsPageIsOnNone() throws IOException {
    keep(LetterSample.of(2));
    keep(LetterSample.of(3));
    store().list(LetterFilter.all(), null, 1);

    keep(LetterSample.of(1));

    assertEquals(List.of(3), page(LetterFilter.all(), 2, 5));
  }

  @Test
  default void lettersThatStopWaitingShiftNothing() throws IOException {
    keep(4);
    store().list(LetterFilter.waiting(), null, 2);
    store().discard(LetterSample.id(1));
    store().discard(LetterSample.id(3));

    assertEquals(List.of(4), page(LetterFilter.waiting(), 2, 2));
  }

  @Test
  default void aLetterThatTakesACallInKeepsItsPlace() throws IOException {
    keep(LetterSample.of(1).identity("same"));
    keep(LetterSample.of(2));
    keep(LetterSample.of(3).identity("same"));

    assertEquals(List.of(1, 2), numbers(LetterFilter.all()));
  }
}
