package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.time.VirtualTime;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asynchronous goes on while the application keeps the common pool busy. */
class BusyPoolTest {
  private final VirtualTime time = VirtualTime.install();
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void keepThePoolBusy() throws InterruptedException {
    int threads = ForkJoinPool.getCommonPoolParallelism();
    CountDownLatch busy = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      ForkJoinPool.commonPool().execute(() -> block(busy));
    }
    assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private void block(CountDownLatch busy) {
    busy.countDown();
    try {
      assertThat(over.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void endAll() {
    over.countDown();
    time.close();
  }

  @Test
  void timeoutsComeInTime() {
    CodeGuard guard = Mulligan.timeout(t -> t.value("1s")).build();

    CompletableFuture<String> late = guard.callAsync(CompletableFuture<String>::new);
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> late.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CallTimeoutException.class);
  }

  @Test
  void attemptsAreMadeAndFallbacksAnswer() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(3)).build();
    AtomicInteger calls = new AtomicInteger();

    CompletableFuture<String> answer =
        guard.callAsync(
            () -> {
              calls.incrementAndGet();
              return CompletableFuture.failedFuture(new SocketTimeoutException());
            },
            failure -> CompletableFuture.completedFuture("instead"));

    assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("instead");
    assertThat(calls).hasValue(3);
  }
}
