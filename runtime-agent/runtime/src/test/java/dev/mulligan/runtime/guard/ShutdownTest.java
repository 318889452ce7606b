package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void goOn() {
    Shutdown.reset();
  }

  private Object fail() throws IOException {
    throw new IOException("call " + calls.incrementAndGet());
  }

  @Test
  void aCallThatWaitsIsWokenAndEndsWithItsFailure() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.delay("1h").maxDelay("1h").maxDuration("2h")).build();
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                outcome.complete(guard.call(this::fail));
              } catch (IOException e) {
                outcome.completeExceptionally(e);
              }
            });
    caller.start();
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    assertThat(Mulligan.shutdown(Duration.ofSeconds(10))).isTrue();
    assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("call 1");
  }

  @Test
  void aStageThatWaitsIsWokenToo() {
    CodeGuard guard = Mulligan.retry(r -> r.delay("1h").maxDelay("1h").maxDuration("2h")).build();
    CompletableFuture<Object> outcome =
        guard.callAsync(() -> CompletableFuture.failedFuture(new IOException("later")));

    assertThat(Mulligan.shutdown(Duration.ofSeconds(10))).isTrue();
    assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("later");
  }

  @Test
  void nothingIsAttemptedAgainAfterwardsAndNoBreakerCountsIt() {
    CodeGuard guard = Mulligan.retry(r -> {}).circuitBreaker(b -> b.consecutiveFailures(1)).build();
    Mulligan.shutdown(Duration.ZERO);

    try (VirtualTime time = VirtualTime.install()) {
      for (int i = 1; i <= 3; i++) {
        assertThatThrownBy(() -> guard.call(this::fail)).isInstanceOf(IOException.class);
      }
      assertThat(calls).hasValue(3);
      assertThat(time.sleeps()).isEmpty();
    }
  }
}
