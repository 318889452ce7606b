package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.guard.Observed;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls fail and become letters of a PostgreSQL that is killed every two seconds. */
class PostgresKilledTest {
  private static final int KILLS = Integer.getInteger("outage.kills", 5);
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** More than a server that starts on a busy machine takes, and the longest pause of the spool. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final int THREADS = 4;
  private static final long MILLIS_BETWEEN_CALLS = 25;
  private static final String CALL_ID = "postgres killed";

  /** A letter may hold its call up for two seconds; the rest is for a machine that is busy. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private final ScheduledExecutorService callers = Executors.newScheduledThreadPool(THREADS);
  private final Semaphore ended = new Semaphore(0);
  private final AtomicLong numbers = new AtomicLong();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final Set<Throwable> rejected = ConcurrentHashMap.newKeySet();

  /** Numbers of calls whose caller was told of no trouble with the letter, and of some. */
  private final Set<Long> kept = ConcurrentHashMap.newKeySet();

  private final Set<Long> lost = ConcurrentHashMap.newKeySet();
  private final Set<String> wrongs = ConcurrentHashMap.newKeySet();
  private final Guard guard =
      Guards.method(
              MethodHandles.lookup(),
              PostgresKilledTest.class,
              "lose",
              MethodType.methodType(void.class, long.class))
          .retry("maxAttempts=2", "delay=0ms")
          .deadLetter("id=" + CALL_ID)
          .parameters("number")
          .build();

  @AfterEach
  void leave() {
    callers.shutdownNow();
    Observed.keepLettersIn(null);
    TestDatabase.unconfigure();
  }

  @Test
  void killsCostNoLetterAndNoOutcomeAndNobodyHasToHelp() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder.resolve("data"));
        Subscription listening = Mulligan.listen(this::note)) {
      JdbcStore remote = server.open(Tables.DEFAULT);
      try (SpoolingStore store =
          new SpoolingStore(remote, Journal.openSpool(spool(), JournalLimits.DEFAULT))) {
        Observed.keepLettersIn(store);
        call();
        await(() -> kept.size() > 20 && isDrained(store));
        for (int kill = 0; kill < KILLS; kill++) {
          long begin = System.nanoTime();
          server.kill();
          await(() -> store.spooled().awaySince() != null && store.spooled().letters() > 0);
          server.restart();
          await(() -> System.nanoTime() - begin >= INTERVAL.toNanos());
          if (kill % 2 == 0) {
            // The next kill then meets letters that are being moved.
            await(() -> store.spooled().awaySince() == null);
          }
        }
        callers.shutdown();
        assertThat(callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        await(() -> isDrained(store));
        Observed.keepLettersIn(null);
      }
      assertAccounts(server);
    }
  }

  private Path spool() {
    return folder.resolve("spool");
  }

  private static boolean isDrained(SpoolingStore store) throws IOException {
    return store.spooled().letters() == 0 && store.spooled().awaySince() == null;
  }

  /** Calls begin at a steady rate, so that what they leave behind can be moved in a while. */
  private void call() {
    for (int i = 0; i < THREADS; i++) {
      var unused =
          callers.scheduleAtFixedRate(
              this::callOnce, i, MILLIS_BETWEEN_CALLS, TimeUnit.MILLISECONDS);
    }
  }

  /** Looks again and again; at most as often as calls come, as long as they do. */
  private void await(Callable<Boolean> condition) throws Exception {
    long begin = System.nanoTime();
    while (!condition.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
      boolean unused = ended.tryAcquire(MILLIS_BETWEEN_CALLS, TimeUnit.MILLISECONDS);
    }
  }

  private void callOnce() {
    long number = numbers.incrementAndGet();
    long begin = System.nanoTime();
    Throwable[] own = new Throwable[1];
    try {
      guard.call(
          () -> {
            own[0] = new IllegalStateException("call " + number);
            throw own[0];
          },
          this,
          number);
      wrongs.add("call " + number + " returned");
    } catch (Throwable failure) {
      boolean isLost =
          Arrays.stream(failure.getSuppressed()).anyMatch(IOException.class::isInstance);
      (isLost ? lost : kept).add(number);
      if (failure != own[0]) {
        wrongs.add("call " + number + " ended with " + failure);
      }
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    if (taken.compareTo(LONGEST_CALL) > 0) {
      wrongs.add("call " + number + " took " + taken);
    }
    ended.release();
  }

  private void note(MulliganEvent event) {
    if (event instanceof LetterWritten letter && letter.callId().equals(CALL_ID)) {
      if (!written.add(letter.letterId())) {
        wrongs.add("letter " + letter.letterId() + " was written twice");
      }
    } else if (event instanceof LetterRejected letter && letter.callId().equals(CALL_ID)) {
      rejected.add(letter.reason());
    }
  }

  private void assertAccounts(PostgresServer server) throws IOException {
    List<Letter> stored;
    try (JdbcStore store = server.open(Tables.DEFAULT)) {
      stored = store.list(LetterFilter.all(), null, Integer.MAX_VALUE);
      assertThat(store.stats().received()).as("letters in").isEqualTo(stored.size());
    }
    try (Journal spool = Journal.open(spool())) {
      assertThat(spool.stats().waiting()).isZero();
    }
    assertThat(wrongs).isEmpty();
    assertThat(numbers).hasValue(kept.size() + lost.size());
    assertThat(written).hasSameSizeAs(kept);
    assertThat(rejected).hasSameSizeAs(lost);
    assertThat(stored).extracting(Letter::id).doesNotHaveDuplicates().containsAll(written);
    assertThat(stored)
        .extracting(letter -> Long.valueOf(letter.arguments().get(0).json()))
        .doesNotHaveDuplicates()
        .containsAll(kept);
    // A letter that came too late for its call may be kept all the same.
    assertThat(stored.size()).isBetween(kept.size(), kept.size() + lost.size());
  }

  @SuppressWarnings("unused") // lends its signature
  void lose(long number) {}
}
