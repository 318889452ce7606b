package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.count.CounterSnapshot;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Timeouts, bulkheads and rate limits. */
class LimitsTest extends ConformanceTest {
  private final LimitsSubject subject = Engine.guarded(LimitsSubject.class);
  private final CountDownLatch end = new CountDownLatch(1);

  private static <T> FutureTask<T> start(Callable<T> call) {
    FutureTask<T> task = new FutureTask<>(call);
    new Thread(task).start();
    return task;
  }

  private static long abandoned(String method) {
    return Mulligan.counters().stream()
        .filter(counters -> counters.method().endsWith("#" + method))
        .mapToLong(CounterSnapshot::abandoned)
        .sum();
  }

  @Test
  void whoIsInTimeGetsTheResult() throws Exception {
    end.countDown();

    assertThat(subject.slow(end)).isEqualTo("in time");
    assertThat(subject.patient(end)).isEqualTo(7);
    assertThat(subject.recursive(3)).isEqualTo(3);
  }

  @Test
  void theMethodsOwnExceptionComesOut() {
    IOException own = new IOException();

    assertThatThrownBy(() -> subject.failing(own)).isSameAs(own);
  }

  @Test
  void theCallerLeavesAtTheLimitAndTheBodyIsInterrupted() throws Exception {
    FutureTask<String> call = start(() -> subject.slow(end));
    subject.begun.await();
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CallTimeoutException.class);
    while (!subject.interrupted) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aBodyThatIsNotInterruptedIsAbandonedUntilItEnds() throws Exception {
    FutureTask<Integer> call = start(() -> subject.patient(end));
    subject.begun.await();
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(CallTimeoutException.class);
    assertThat(abandoned("patient")).isEqualTo(1);
    end.countDown();
    while (abandoned("patient") > 0) {
      Thread.onSpinWait();
    }
    assertThat(subject.interrupted).isFalse();
  }

  @Test
  void aTimeoutIsAFailureThatIsAttemptedAgainAndCounts() throws Exception {
    FutureTask<String> call = start(() -> subject.lateOnce(end));
    subject.begun.await();
    time.advance(Duration.ofSeconds(1));

    assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("call 2");
    assertThat(stateOf("late")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void anInterruptOfTheCallerIsTheBodys() throws Exception {
    Thread[] caller = new Thread[1];
    FutureTask<String> call =
        new FutureTask<>(
            () -> {
              caller[0] = Thread.currentThread();
              return subject.slow(end);
            });
    new Thread(call).start();
    subject.begun.await();
    caller[0].interrupt();

    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(subject.interrupted).isTrue();
  }

  @Test
  void theBodyRunsOnAnotherThread() {
    assertThat(subject.thread()).isNotEqualTo(Thread.currentThread().getName());
  }

  @Test
  void aFullBulkheadRefuses() {
    subject.alone(
        () ->
            assertThatThrownBy(() -> subject.alone(() -> {}))
                .isInstanceOf(BulkheadFullException.class));

    subject.alone(() -> {});
    assertThat(subject.calls).isEqualTo(2);
  }

  @Test
  void aPlaceIsGivenBackAfterAFailure() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(
              () ->
                  subject.alone(
                      () -> {
                        throw new AssertionError();
                      }))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void aFullBulkheadIsWaitedForAsLongAsThePolicySays() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    FutureTask<Void> first =
        start(
            () -> {
              subject.aloneInTurn(
                  () -> {
                    inside.countDown();
                    awaitEnd();
                  });
              return null;
            });
    inside.await();
    FutureTask<Void> second =
        start(
            () -> {
              subject.aloneInTurn(() -> {});
              return null;
            });
    while (time.alarms() == 0) {
      Thread.onSpinWait();
    }
    time.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(BulkheadFullException.class);
    end.countDown();
    first.get(10, TimeUnit.SECONDS);
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aBreakerDoesNotCountARefusalOfTheBulkhead() {
    subject.aloneBehindBreaker(
        () ->
            assertThatThrownBy(() -> subject.aloneBehindBreaker(() -> {}))
                .isInstanceOf(BulkheadFullException.class));

    assertThat(stateOf("crowded")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void aRateLimitRefusesAndSaysWhenToComeAgain() {
    time.advance(Duration.ofSeconds(1));
    subject.limited();
    subject.limited();

    assertThatThrownBy(subject::limited)
        .isInstanceOfSatisfying(
            RateLimitExceededException.class,
            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    time.advance(Duration.ofMillis(999));
    assertThatThrownBy(subject::limited).isInstanceOf(RateLimitExceededException.class);
    time.advance(Duration.ofMillis(1));
    assertThat(subject.limited()).isEqualTo(3);
  }

  @Test
  void aRateLimitIsOneAKey() {
    time.advance(Duration.ofMinutes(1));
    assertThat(subject.limitedByKey("a")).isEqualTo("a");

    assertThatThrownBy(() -> subject.limitedByKey("a"))
        .isInstanceOf(RateLimitExceededException.class);
    assertThat(subject.limitedByKey("b")).isEqualTo("b");
  }

  @Test
  void aRateLimitIsWaitedForAsLongAsThePolicySays() {
    time.advance(Duration.ofSeconds(1));
    subject.limitedInTurn();
    subject.limitedInTurn();
    subject.limitedInTurn();

    assertThat(time.sleeps()).isEqualTo(millis(1000, 1000));
  }
}
