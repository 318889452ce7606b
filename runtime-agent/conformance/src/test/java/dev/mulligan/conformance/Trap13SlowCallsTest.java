package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.event.BreakerState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A slow call is one slow attempt, counted as soon as it is slow, and once. */
class Trap13SlowCallsTest extends ConformanceTest {
  private final SlowSubject subject = Engine.guarded(SlowSubject.class);
  private final CountDownLatch inside = new CountDownLatch(4);
  private final CountDownLatch end = new CountDownLatch(1);

  @Test
  void callsThatStillRunOpenTheBreaker() throws Exception {
    List<FutureTask<String>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(start(() -> subject.running(Script.succeeding().doing(this::waitForTheEnd))));
    }
    inside.await();
    assertThat(stateOf("running")).isEqualTo(BreakerState.CLOSED);

    time.advance(Duration.ofSeconds(2));
    assertThat(stateOf("running")).isEqualTo(BreakerState.OPEN);

    end.countDown();
    for (FutureTask<String> call : calls) {
      assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("call 1");
    }
  }

  private static FutureTask<String> start(Callable<String> call) {
    FutureTask<String> task = new FutureTask<>(call);
    new Thread(task).start();
    return task;
  }

  private void waitForTheEnd() {
    inside.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theTimeIsThatOfOneAttempt() throws Exception {
    // Three attempts of 0.6 s each: the call takes 1.8 s, no attempt takes 1 s.
    Script script =
        Script.initiallyFailing(2, call -> new IOException())
            .doing(() -> time.advance(Duration.ofMillis(600)));

    assertThat(subject.attempts(script)).isEqualTo("call 3");
    assertThat(stateOf("attempts")).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void theWaitForAPlaceWithinATimeoutIsNoPartOfTheAttempt() throws Exception {
    FutureTask<String> first =
        start(() -> subject.inLine("first", Script.succeeding().doing(this::waitForTheEnd)));
    time.awaitAlarms(1);
    FutureTask<String> second = start(() -> subject.inLine("second", Script.succeeding()));
    // The timeout of the one, and the wait of the other.
    time.awaitAlarms(2);

    time.advance(Duration.ofSeconds(2));
    end.countDown();

    assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("call 1");
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo("call 1");
    assertThat(Mulligan.breakers().list())
        .filteredOn(breaker -> breaker.name().equals("in-line"))
        .extracting(Breaker::key, Breaker::state)
        .containsExactlyInAnyOrder(
            tuple("first", BreakerState.OPEN), tuple("second", BreakerState.CLOSED));
  }

  @Test
  void aSlowFailureIsSlowAndAFailureAndBothRatesNeedTheMinimum() {
    Script script =
        Script.alwaysFailing(call -> new IOException())
            .doing(() -> time.advance(Duration.ofSeconds(1)));

    assertThatThrownBy(() -> subject.slowFailures(script)).isInstanceOf(IOException.class);
    assertThat(stateOf("slow-failures")).as("one call is no rate").isEqualTo(BreakerState.CLOSED);
    assertThatThrownBy(() -> subject.slowFailures(script)).isInstanceOf(IOException.class);
    assertThat(stateOf("slow-failures")).isEqualTo(BreakerState.OPEN);
  }
}
