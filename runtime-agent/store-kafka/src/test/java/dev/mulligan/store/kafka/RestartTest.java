package dev.mulligan.store.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker goes away and comes back while letters are appended. */
@ExtendWith(SharedBroker.class)
class RestartTest {
  private static final int THREADS = 4;

  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final CountDownLatch begun = new CountDownLatch(THREADS);
  private final CountDownLatch refusals = new CountDownLatch(THREADS);

  @Test
  void acknowledgedLettersOutliveARestartOfTheBroker() throws Exception {
    try (Broker broker = Broker.start();
        KafkaStore store = new KafkaStore(Broker.freshTopic(), broker.client())) {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> writers = start(threads, store);
      assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

      broker.stop();
      assertThat(refusals.await(30, TimeUnit.SECONDS)).isTrue();
      broker.startAgain();
      store.append(letter("ffff"), Duration.ofSeconds(30));

      over.set(true);
      for (Future<?> writer : writers) {
        writer.get(30, TimeUnit.SECONDS);
      }
      threads.shutdown();
      List<String> kept = ids(store);
      assertThat(kept).containsAll(acknowledged).doesNotHaveDuplicates().contains("ffff");
      // What was refused may have been on its way: appended again, it is kept once.
      for (String id : refused) {
        store.append(letter(id), Duration.ofSeconds(30));
      }
      assertThat(ids(store)).containsAll(refused).doesNotHaveDuplicates();
      assertThat(store.stats().received()).isEqualTo(ids(store).size());
    }
  }

  private List<Future<?>> start(ExecutorService threads, KafkaStore store) {
    List<Future<?>> writers = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      String prefix = "a" + thread;
      writers.add(threads.submit(() -> write(store, prefix)));
    }
    return writers;
  }

  private void write(KafkaStore store, String prefix) {
    boolean wasRefused = false;
    for (int number = 0; !over.get(); number++) {
      String id = String.format("%s%06x", prefix, number);
      try {
        store.append(letter(id), Duration.ofMillis(500));
        acknowledged.add(id);
        begun.countDown();
      } catch (IOException away) {
        refused.add(id);
        if (!wasRefused) {
          refusals.countDown();
          wasRefused = true;
        }
      }
    }
  }

  private static List<String> ids(KafkaStore store) throws IOException {
    return store.list(LetterFilter.all(), null, Integer.MAX_VALUE).stream()
        .map(Letter::id)
        .toList();
  }

  private static Letter letter(String id) {
    return Samples.letter(id, "", Samples.NOW);
  }
}
