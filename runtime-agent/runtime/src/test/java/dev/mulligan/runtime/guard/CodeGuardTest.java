package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.Jitter;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.count.CounterSnapshot;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CodeGuardTest {
  private final VirtualTime time = VirtualTime.install();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void realTimeAgain() {
    time.close();
  }

  private String failing(int times) throws IOException {
    if (calls.incrementAndGet() <= times) {
      throw new SocketTimeoutException("call " + calls);
    }
    return "done";
  }

  private CompletableFuture<String> failingLater(int times) {
    try {
      return CompletableFuture.completedFuture(failing(times));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Test
  void aBlockIsAttemptedAgain() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.jitter(Jitter.NONE)).build();

    assertThat(guard.call(() -> failing(2))).isEqualTo("done");
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void theLastExceptionIsTheCodesOwn() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(2)).build();

    assertThatThrownBy(() -> guard.call(() -> failing(9)))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("call 2");
    assertThatThrownBy(() -> guard.run(() -> failing(99))).isInstanceOf(IOException.class);
  }

  @Test
  void aFallbackAnswersInTheEnd() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(2)).build();

    assertThat(
            guard.<String, IOException>call(() -> failing(9), e -> "instead of " + e.getMessage()))
        .isEqualTo("instead of call 2");
  }

  @Test
  void aBreakerOpensAndRefuses() {
    CodeGuard guard = Mulligan.circuitBreaker(b -> b.consecutiveFailures(2)).build();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> guard.call(() -> failing(9))).isInstanceOf(IOException.class);
    }

    assertThatThrownBy(() -> guard.call(() -> failing(9))).isInstanceOf(CircuitOpenException.class);
    assertThat(calls).hasValue(2);
  }

  @Test
  void broadNamesMeanNeitherInterruptsNorRefusals() {
    CodeGuard inner = Mulligan.bulkhead(b -> b.value(1)).build();
    CodeGuard guard =
        Mulligan.retry(r -> r.on(Exception.class))
            .circuitBreaker(b -> b.on(Exception.class).consecutiveFailures(1))
            .build();

    assertThatThrownBy(
            () ->
                guard.call(
                    () -> {
                      calls.incrementAndGet();
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> inner.call(() -> guard.call(() -> inner.call(calls::incrementAndGet))))
        .isInstanceOf(BulkheadFullException.class);
    assertThat(calls).as("attempts, each on a closed breaker").hasValue(1);
    // What everybody means counts at once.
    assertThatThrownBy(() -> guard.call(() -> failing(9))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> guard.call(() -> failing(9))).isInstanceOf(CircuitOpenException.class);
    assertThat(time.sleeps()).isEmpty();
  }

  @Test
  void keysHaveBreakersOfTheirOwn() throws Exception {
    CodeGuard guard = Mulligan.circuitBreaker(b -> b.consecutiveFailures(1)).keyed().build();
    assertThatThrownBy(() -> guard.forKey("a").call(() -> failing(1)))
        .isInstanceOf(IOException.class);

    assertThatThrownBy(() -> guard.forKey("a").call(() -> failing(1)))
        .isInstanceOf(CircuitOpenException.class);
    assertThat(guard.forKey("b").call(() -> failing(1))).isEqualTo("done");
  }

  @Test
  void aKeyNeedsAKeyedGuard() {
    CodeGuard guard = Mulligan.retry(r -> {}).build();

    assertThatThrownBy(() -> guard.forKey("a")).hasMessageContaining("keyed()");
  }

  @Test
  void aLimitRefusesTheThirdCallOfASecond() throws Exception {
    CodeGuard guard = Mulligan.rateLimit(l -> l.permits(2)).build();
    guard.run(() -> failing(0));
    guard.run(() -> failing(0));

    assertThatThrownBy(() -> guard.run(() -> failing(0)))
        .isInstanceOf(RateLimitExceededException.class);
    time.advance(Duration.ofSeconds(1));
    guard.run(() -> failing(0));
    assertThat(calls).hasValue(3);
  }

  @Test
  void aBulkheadRefusesWhileItIsFull() throws Exception {
    CodeGuard guard = Mulligan.bulkhead(b -> b.value(1)).build();

    guard.run(
        () ->
            assertThatThrownBy(() -> guard.run(() -> failing(0)))
                .isInstanceOf(BulkheadFullException.class));
    guard.run(() -> failing(0));
    assertThat(calls).hasValue(1);
  }

  @Test
  void whatIsWrongIsSaidWhenTheGuardIsBuilt() {
    assertThatThrownBy(() -> Mulligan.retry(r -> r.maxAttempts(0)).build())
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("@Retry(maxAttempts = 0)");
  }

  @Test
  void theCallerLeavesWhenTheLimitIsOver() throws Exception {
    CodeGuard guard = Mulligan.timeout(t -> t.value("1s")).bulkhead(b -> b.value(1)).build();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    CompletableFuture<Throwable> outcome =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                guard.run(
                    () -> {
                      begun.countDown();
                      interrupted.set(awaitUninterruptibly(end));
                    });
                return new AssertionError("returned");
              } catch (Throwable e) {
                return e;
              }
            });
    begun.await();
    time.advance(Duration.ofSeconds(1));

    assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(CallTimeoutException.class);
    assertThat(abandoned()).as("the body still runs").isEqualTo(1);
    assertThatThrownBy(() -> guard.run(() -> {}))
        .as("and keeps its place")
        .isInstanceOf(BulkheadFullException.class);

    end.countDown();
    while (abandoned() > 0) {
      Thread.onSpinWait();
    }
    assertThat(interrupted).isTrue();
    guard.run(() -> failing(0));
  }

  private static boolean awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  private static long abandoned() {
    return Mulligan.counters().stream()
        .filter(counters -> counters.policy().contains("theCallerLeavesWhenTheLimitIsOver"))
        .mapToLong(CounterSnapshot::abandoned)
        .sum();
  }

  @Test
  void aStageIsAttemptedAgainWithoutAThread() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.jitter(Jitter.NONE)).build();

    assertThat(guard.callAsync(() -> failingLater(2)).get(10, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void aStageFailsWithItsOwnException() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(2)).build();

    assertThatThrownBy(() -> guard.callAsync(() -> failingLater(9)).join())
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("call 2");
  }

  @Test
  void aStageIsLateAndIsCancelled() {
    CodeGuard guard = Mulligan.timeout(t -> t.value("1s")).build();
    CompletableFuture<String> inner = new CompletableFuture<>();
    CompletableFuture<String> outer = guard.callAsync(() -> inner);

    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(outer::join).hasCauseInstanceOf(CallTimeoutException.class);
    assertThat(inner).isCancelled();
  }

  @Test
  void aStageThatHasEndedIsNotCancelled() {
    CodeGuard guard = Mulligan.retry(r -> {}).build();
    AtomicInteger cancelled = new AtomicInteger();
    CompletableFuture<String> stage =
        new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            cancelled.incrementAndGet();
            return super.cancel(mayInterruptIfRunning);
          }
        };
    stage.complete("done");

    assertThat(guard.callAsync(() -> stage)).isCompletedWithValue("done");
    assertThat(cancelled).hasValue(0);
  }

  @Test
  void cancellingTheResultCancelsTheAttemptAndMakesNoOther() {
    CodeGuard guard = Mulligan.retry(r -> {}).circuitBreaker(b -> b.consecutiveFailures(1)).build();
    CompletableFuture<String> inner = new CompletableFuture<>();
    CompletableFuture<String> outer =
        guard.callAsync(
            () -> {
              calls.incrementAndGet();
              return inner;
            });

    outer.cancel(true);

    assertThat(inner).isCancelled();
    assertThat(calls).hasValue(1);
    assertThat(guard.callAsync(() -> failingLater(0)).join()).isEqualTo("done");
  }

  @Test
  void aBulkheadHoldsItsPlaceUntilTheStageEnds() {
    CodeGuard guard = Mulligan.bulkhead(b -> b.value(1)).build();
    CompletableFuture<String> inner = new CompletableFuture<>();
    CompletableFuture<String> first = guard.callAsync(() -> inner);

    assertThatThrownBy(() -> guard.callAsync(() -> failingLater(0)).join())
        .hasCauseInstanceOf(BulkheadFullException.class);
    inner.complete("first");
    assertThat(first.join()).isEqualTo("first");
    assertThat(guard.callAsync(() -> failingLater(0)).join()).isEqualTo("done");
  }

  @Test
  void theWaitForTheNextPlaceEndsWithTheTimeOfTheCall() {
    CodeGuard guard =
        Mulligan.retry(r -> r.delay("0ms").maxDuration("10s"))
            .bulkhead(b -> b.value(1).maxWait("10s"))
            .build();
    CompletableFuture<String> held = new CompletableFuture<>();
    CompletableFuture<String> outcome =
        guard.callAsync(
            () -> {
              // Next in line, before this attempt gives its place back after 6 s of work.
              var unused = guard.callAsync(() -> held);
              time.advance(Duration.ofSeconds(6));
              return failingLater(9);
            });
    time.awaitAlarms(1);

    time.advance(Duration.ofSeconds(4));

    assertThatThrownBy(() -> time.await(outcome))
        .hasRootCauseMessage("call 1")
        .satisfies(
            e ->
                assertThat(e.getCause().getSuppressed())
                    .singleElement()
                    .isInstanceOf(BulkheadFullException.class));
    held.complete("held");
  }

  @Test
  void anAsynchronousFallbackAnswers() {
    CodeGuard guard = Mulligan.retry(r -> r.maxAttempts(1)).build();

    assertThat(
            guard
                .callAsync(() -> failingLater(9), e -> CompletableFuture.completedFuture("instead"))
                .join())
        .isEqualTo("instead");
  }

  @Test
  void configurationIsFollowedWhileRunning() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.name("followed").maxAttempts(2)).build();
    Mulligan.configure("mulligan.followed.retry.maxAttempts", "4");
    try {
      assertThat(guard.call(() -> failing(3))).isEqualTo("done");
    } finally {
      Mulligan.configure("mulligan.followed.retry.maxAttempts", null);
    }
    calls.set(0);
    assertThatThrownBy(() -> guard.call(() -> failing(3))).hasMessage("call 2");
  }

  @Test
  void countersTellWhatHappened() throws Exception {
    CodeGuard guard = Mulligan.retry(r -> r.name("counted")).build();
    guard.call(() -> failing(2));

    CounterSnapshot counters =
        Mulligan.counters().stream()
            .filter(snapshot -> snapshot.policy().equals("counted"))
            .findFirst()
            .orElseThrow();
    assertThat(counters.retries()).isEqualTo(2);
    assertThat(counters.recovered()).isEqualTo(1);
  }

  @Test
  void oneNameForDifferentPoliciesIsRefused() {
    Mulligan.retry(r -> r.name("claimed").maxAttempts(2)).build();

    assertThatThrownBy(() -> Mulligan.retry(r -> r.name("claimed").maxAttempts(3)).build())
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("claimed");
  }
}
