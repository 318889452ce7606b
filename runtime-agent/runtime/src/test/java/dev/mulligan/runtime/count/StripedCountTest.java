package dev.mulligan.runtime.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class StripedCountTest {
  private static final int THREADS = 200;
  private static final int EACH = 1_000;

  @RepeatedTest(5)
  void noIncrementIsLostAmongManyThreads() throws InterruptedException {
    StripedCount count = new StripedCount();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(
          new Thread(
              () -> {
                for (int j = 0; j < EACH; j++) {
                  count.increment();
                }
              }));
    }

    threads.forEach(Thread::start);
    long last = 0;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      long now = count.sum();
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
    }

    assertThat(count.sum()).isEqualTo((long) THREADS * EACH);
  }

  @Test
  void theCellsOfDeadThreadsPassOnWithTheirCounts() throws InterruptedException {
    StripedCount count = new StripedCount();
    for (int i = 0; i < 500; i++) {
      Thread thread = new Thread(count::increment);
      thread.start();
      thread.join();
    }
    assertThat(count.sum()).isEqualTo(500);
  }
}
