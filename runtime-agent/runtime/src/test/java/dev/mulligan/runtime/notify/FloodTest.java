package dev.mulligan.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FloodTest {
  private static final long SECOND = 1_000_000_000L;

  private final Flood flood = new Flood();

  @Test
  void tenLinesPassInAnyTenSeconds() {
    for (int i = 0; i < 10; i++) {
      assertThat(flood.passes(i * SECOND)).isTrue();
    }
    // The first passed at 0 s, so the eleventh may pass at 10 s, and the twelfth at 11 s.
    assertThat(flood.passes(9 * SECOND)).isFalse();
    assertThat(flood.passes(10 * SECOND - 1)).isFalse();
    assertThat(flood.passes(10 * SECOND)).isTrue();
    assertThat(flood.passes(10 * SECOND)).isFalse();
    assertThat(flood.passes(11 * SECOND)).isTrue();
    assertThat(flood.takeHeld()).isEqualTo(3);
    assertThat(flood.takeHeld()).isZero();
  }

  @Test
  void aClockThatJumpsBackDoesNotSilenceTheLog() {
    for (int i = 0; i < 10; i++) {
      flood.passes(1_000 * SECOND);
    }
    assertThat(flood.passes(0)).isTrue();
  }

  @Test
  void itIsIdleWhenForgettingItLosesNothing() {
    assertThat(flood.isIdle(0)).isTrue();
    flood.passes(0);
    assertThat(flood.isIdle(SECOND)).isFalse();
    assertThat(flood.isIdle(10 * SECOND)).isTrue();
    for (int i = 0; i < 10; i++) {
      flood.passes(0);
    }
    assertThat(flood.isIdle(10 * SECOND)).isFalse();
  }

  @RepeatedTest(20)
  void manyThreadsPassExactlyTenLines() throws InterruptedException {
    AtomicInteger passed = new AtomicInteger();
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  return;
                }
                for (int j = 0; j < 1_000; j++) {
                  if (flood.passes(SECOND)) {
                    passed.incrementAndGet();
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(passed).hasValue(10);
    assertThat(flood.takeHeld()).isEqualTo(3_990);
  }
}
