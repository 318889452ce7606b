package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterAge;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every call that was kept is accounted for. */
interface StoreStatsCases extends StoreCases {
  @Test
  default void anEmptyStoreCountsNothing() throws IOException {
    LetterStats stats = store().stats();

    assertEquals(0, stats.total());
    assertEquals(0, stats.received());
    assertEquals(Map.of(), stats.byQueue());
    assertNull(stats.oldest());
    assertNull(stats.newest());
  }

  @Test
  default void lettersAreCountedByState() throws IOException {
    keep(6);
    store().discard(LetterSample.id(1));
    store().discard(LetterSample.id(2));
    store().settle(LetterSample.id(3), claim(3).status().token(), Settlement.REPLAYED);

    LetterStats stats = store().stats();
    assertEquals(
        Map.of(LetterState.STORED, 3L, LetterState.REPLAYED, 1L, LetterState.DISCARDED, 2L),
        stats.byState());
    assertEquals(3, stats.waiting());
    assertEquals(6, stats.total());
  }

  @Test
  default void waitingLettersAreCountedByType() throws IOException {
    keep(3);
    keep(LetterSample.of(4).type(FailureType.SYSTEM));
    store().discard(LetterSample.id(1));

    assertEquals(Map.of(FailureType.NETWORK, 2L, FailureType.SYSTEM, 1L), store().stats().byType());
  }

  @Test
  default void waitingLettersAreCountedByReason() throws IOException {
    keep(2);
    keep(LetterSample.of(3).reason(LetterReason.POISON));
    keep(LetterSample.of(4).reason(LetterReason.POISON));
    store().discard(LetterSample.id(4));

    assertEquals(
        Map.of(LetterReason.FAILED, 2L, LetterReason.POISON, 1L), store().stats().byReason());
    assertEquals(Map.of("shop.Payments.pay(Order)", 1L), store().stats().poisonByCall());
  }

  @Test
  default void theReasonOfALetterIsThatOfItsLastFailure() throws IOException {
    keep(LetterSample.of(1).identity("a"));
    keep(LetterSample.of(2).identity("a").reason(LetterReason.POISON));

    assertEquals(Map.of(LetterReason.POISON, 1L), store().stats().byReason());
  }

  @Test
  default void waitingLettersAreCountedByAge() throws IOException {
    Instant now = Time.now();
    Map<LetterAge, Duration> ages =
        Map.of(
            LetterAge.HOUR, Duration.ofMinutes(50),
            LetterAge.DAY, Duration.ofHours(2),
            LetterAge.WEEK, Duration.ofDays(6),
            LetterAge.MONTH, Duration.ofDays(8),
            LetterAge.OLDER, Duration.ofDays(31));
    int number = 1;
    for (Duration age : ages.values()) {
      keep(LetterSample.of(number).failed(now.minus(age), now.minus(age)));
      number++;
    }
    Instant hoursAgo = now.minus(Duration.ofHours(3));
    keep(LetterSample.of(number).failed(hoursAgo, hoursAgo));
    keep(LetterSample.of(number + 1).failed(hoursAgo, hoursAgo));
    store().discard(LetterSample.id(number + 1));

    assertEquals(
        Map.of(
            LetterAge.HOUR, 1L,
            LetterAge.DAY, 2L,
            LetterAge.WEEK, 1L,
            LetterAge.MONTH, 1L,
            LetterAge.OLDER, 1L),
        store().stats().byAge());
  }

  @Test
  default void waitingLettersAreCountedByCall() throws IOException {
    keep(2);
    keep(LetterSample.of(3).call("shop.Mailer", "send"));
    store().discard(LetterSample.id(1));

    assertEquals(
        Map.of("shop.Payments.pay(Order)", 1L, "shop.Mailer.send(Order)", 1L),
        store().stats().byCall());
  }

  @Test
  default void waitingLettersAreCountedByQueue() throws IOException {
    keep(2);
    keep(LetterSample.of(3).queue("mails"));
    store().discard(LetterSample.id(3));

    assertEquals(Map.of("orders", 2L), store().stats().byQueue());
  }

  @Test
  default void oldestAndNewestAreOfThoseThatWait() throws IOException {
    keep(5);
    store().discard(LetterSample.id(1));
    store().discard(LetterSample.id(5));

    assertEquals(read(2).lastFailure(), store().stats().oldest());
    assertEquals(read(4).lastFailure(), store().stats().newest());
  }

  @Test
  default void aClaimedLetterIsCountedAsWaiting() throws IOException {
    keep(1);
    claim(1);

    assertEquals(1, store().stats().waiting());
  }

  @Test
  default void joinedCallsAreCounted() throws IOException {
    keep(LetterSample.of(1).identity("a"));
    keep(LetterSample.of(2).identity("a"));
    keep(LetterSample.of(3).identity("a"));

    LetterStats stats = store().stats();
    assertEquals(1, stats.total());
    assertEquals(2, stats.joined());
    assertEquals(Map.of("orders", 1L), stats.byQueue());
  }

  @Test
  default void removedLettersAreCounted() throws IOException {
    keep(3);
    store().purge(LetterFilter.all().failedUntil(LetterSample.START.plusSeconds(3)));

    LetterStats stats = store().stats();
    assertEquals(1, stats.total());
    assertEquals(2, stats.removed());
    assertEquals(3, stats.received());
  }

  @TestFactory
  default Stream<DynamicTest> whateverHappensEveryCallIsAccountedFor() {
    return IntStream.rangeClosed(1, 6)
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> liveThrough(seed)));
  }

  private void liveThrough(int seed) throws IOException {
    long before = store().stats().received();
    Random random = new Random(seed);
    int first = seed * 1000;
    int appended = 0;
    for (int step = 0; step < 60; step++) {
      int some = first + random.nextInt(appended + 1);
      switch (random.nextInt(7)) {
        case 0 -> store().discard(LetterSample.id(some));
        case 1 -> claimAndSettle(some, Settlement.values()[random.nextInt(3)]);
        case 2 -> store().claim(LetterSample.id(some), "somebody", LEASE);
        case 3 -> store().purge(LetterFilter.all().queue("q" + random.nextInt(4)));
        default -> {
          // Every other letter shares one of three identities.
          String identity = random.nextBoolean() ? "" : seed + "-" + random.nextInt(3);
          String queue = "q" + random.nextInt(4);
          keep(LetterSample.of(first + appended).identity(identity).queue(queue));
          appended++;
        }
      }
    }
    assertAccounts(before + appended);
  }

  private void claimAndSettle(int number, Settlement how) throws IOException {
    String id = LetterSample.id(number);
    Letter claimed = store().claim(id, "owner", LEASE).orElse(null);
    if (claimed != null) {
      store().settle(id, claimed.status().token(), how);
    }
  }

  private void assertAccounts(long received) throws IOException {
    LetterStats stats = store().stats();
    List<Letter> all = store().list(LetterFilter.all(), null, Integer.MAX_VALUE);
    assertEquals(received, stats.received());
    assertEquals(all.size(), stats.total());
    assertEquals(numbers(LetterFilter.waiting()).size(), stats.waiting());
    LetterStats.Counting counting = new LetterStats.Counting();
    all.forEach(counting::add);
    assertEquals(counting.stats(stats.joined(), stats.removed()), stats);
  }
}
