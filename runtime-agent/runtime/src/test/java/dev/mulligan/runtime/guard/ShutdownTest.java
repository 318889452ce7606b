package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
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
    awaitState(Thread.State.TIMED_WAITING, start(() -> guard.call(this::fail), outcome));

    assertWokenAfterOneAttempt(outcome);
  }

  private static Thread start(Callable<?> call, CompletableFuture<Object> outcome) {
    Thread caller =
        new Thread(
            () -> {
              try {
                outcome.complete(call.call());
              } catch (Exception e) {
                outcome.completeExceptionally(e);
              }
            });
    caller.start();
    return caller;
  }

  private static void awaitState(Thread.State state, Thread thread) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }

  private void assertWokenAfterOneAttempt(CompletableFuture<Object> outcome) {
    assertThat(Mulligan.shutdown(Duration.ofSeconds(10))).isTrue();
    assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("call 1");
    assertThat(calls).hasValue(1);
    assertThat(Shutdown.waiting()).isZero();
  }

  @Test
  void aCallThatWaitsForItsNextTurnIsWokenToo() throws Exception {
    CodeGuard guard =
        Mulligan.retry(r -> r.delay("0ms").maxDuration("3h"))
            .rateLimit(l -> l.permits(1).per("1h").maxWait("2h"))
            .build();
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    awaitState(Thread.State.TIMED_WAITING, start(() -> guard.call(this::fail), outcome));

    assertWokenAfterOneAttempt(outcome);
  }

  @Test
  void aStageThatWaitsForItsNextTurnIsWokenToo() {
    CodeGuard guard =
        Mulligan.retry(r -> r.delay("0ms").maxDuration("3h"))
            .rateLimit(l -> l.permits(1).per("1h").maxWait("2h"))
            .build();
    CompletableFuture<Object> outcome = guard.callAsync(this::failLater);

    assertWokenAfterOneAttempt(outcome);
  }

  @Test
  void aStageThatWaitsForItsNextPlaceIsWokenToo() {
    CodeGuard guard =
        Mulligan.retry(r -> r.delay("0ms").maxDuration("2h"))
            .bulkhead(b -> b.value(1).maxWait("1h"))
            .build();
    CompletableFuture<Object> holding = new CompletableFuture<>();
    CompletableFuture<Object> outcome =
        guard.callAsync(
            () -> {
              // Next in line, before this attempt gives its place back.
              var unused = guard.callAsync(() -> holding);
              return failLater();
            });

    assertWokenAfterOneAttempt(outcome);
    holding.complete("held");
    assertThat(guard.callAsync(() -> CompletableFuture.completedFuture("free")).join())
        .isEqualTo("free");
  }

  private CompletableFuture<Object> failLater() {
    try {
      return CompletableFuture.completedFuture(fail());
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatWaitsForItsNextPlaceIsWokenToo(boolean hasTimeout) throws Exception {
    CodeGuardBuilder builder =
        Mulligan.retry(r -> r.delay("0ms").maxDuration("2h"))
            .bulkhead(b -> b.value(1).maxWait("1h"));
    CodeGuard guard = (hasTimeout ? builder.timeout(t -> t.value("1h")) : builder).build();
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<Object> outcome = new CompletableFuture<>();
    Thread caller =
        start(
            () ->
                guard.call(
                    () -> {
                      // Next in line, before this attempt gives its place back.
                      Thread next = start(() -> wait(guard, end), new CompletableFuture<>());
                      awaitState(Thread.State.WAITING, next);
                      return fail();
                    }),
            outcome);
    while (Shutdown.waiting() == 0) {
      Thread.onSpinWait();
    }
    awaitState(Thread.State.WAITING, caller);

    assertWokenAfterOneAttempt(outcome);
    end.countDown();
  }

  private static @Nullable Object wait(CodeGuard guard, CountDownLatch end)
      throws InterruptedException {
    guard.run(end::await);
    return null;
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
