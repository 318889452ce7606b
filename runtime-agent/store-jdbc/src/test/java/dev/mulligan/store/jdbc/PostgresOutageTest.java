package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed while letters come, and comes back. */
@Timeout(120)
class PostgresOutageTest {
  private static final int THREADS = 4;

  /** As long as a failing call has. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  @TempDir Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> intended = ConcurrentHashMap.newKeySet();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** One of each in each life of the server. */
  private volatile CountDownLatch kept = new CountDownLatch(1);

  private volatile CountDownLatch lost = new CountDownLatch(1);

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubled() throws Exception {
    try (PostgresServer server = PostgresServer.start(folder.resolve("data"));
        JdbcStore store = server.open(Tables.DEFAULT)) {
      List<Thread> threads = start(store);
      for (int life = 0; life < 2; life++) {
        kept = new CountDownLatch(30);
        kept.await();
        lost = new CountDownLatch(2);
        server.kill();
        lost.await();
        server.restart();
      }
      // The same store, which nobody has opened again.
      kept = new CountDownLatch(30);
      kept.await();
      stopped.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
      assertAccounts(store);
    }
  }

  private List<Thread> start(JdbcStore store) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> appendUntilStopped(store));
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private void appendUntilStopped(JdbcStore store) {
    while (!stopped.get()) {
      int number = numbers.incrementAndGet();
      // Every other letter shares one of three identities.
      String identity = number % 2 == 0 ? "" : "identity " + number % 3;
      Letter letter = Samples.letter(number, identity);
      intended.add(letter.id());
      try {
        store.append(letter, LIMIT);
        acknowledged.add(letter.id());
        kept.countDown();
      } catch (IOException away) {
        refused.incrementAndGet();
        lost.countDown();
      }
    }
  }

  private void assertAccounts(JdbcStore store) throws IOException {
    assertThat(refused).hasPositiveValue();
    LetterStats before = store.stats();
    assertThat(before.received()).isBetween((long) acknowledged.size(), (long) intended.size());
    List<Letter> letters = store.list(LetterFilter.all(), null, Integer.MAX_VALUE);
    assertThat(letters).extracting(Letter::id).doesNotHaveDuplicates().isSubsetOf(intended);
    assertThat(letters.stream().mapToLong(letter -> letter.status().count()).sum())
        .isEqualTo(before.received());

    // Each one that was acknowledged is known: by itself, or as a part of another.
    for (String id : acknowledged) {
      int number = Integer.parseInt(id, 16);
      store.append(
          Samples.letter(number, number % 2 == 0 ? "" : "identity " + number % 3), Samples.LIMIT);
    }
    assertThat(store.stats()).isEqualTo(before);
  }
}
