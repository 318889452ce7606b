package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.event.BreakerState;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Slow is not dead: an attempt that was given up may still end, and what it then reports is the
 * word of an owner who has been replaced.
 */
class Trap23LateOwnerTest extends ConformanceTest {
  @Test
  void anAbandonedAttemptThatEndsLaterChangesNothing() throws Exception {
    LimitsSubject subject = Engine.guarded(LimitsSubject.class);
    CountDownLatch end = new CountDownLatch(1);
    FutureTask<String> call = new FutureTask<>(() -> subject.lateOnce(end));
    new Thread(call).start();
    subject.begun.await();
    time.advance(Duration.ofSeconds(1));

    assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("call 2");
    end.countDown();
    assertThat(call.get()).as("the second attempt's result stands").isEqualTo("call 2");
  }

  @Test
  void aProbeThatWasReplacedNoLongerDecides() throws Exception {
    BreakerSubject subject = Engine.guarded(BreakerSubject.class);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    FutureTask<Throwable> hung = new FutureTask<>(() -> failAfter(subject, inside, end));
    new Thread(hung).start();
    inside.await();

    // The breaker opens and closes again while the first call still runs.
    trip(subject);
    time.advance(Duration.ofSeconds(10));
    subject.singleProbe(Script.succeeding());
    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
    end.countDown();

    assertThat(hung.get(10, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
    assertThat(stateOf("single")).isEqualTo(BreakerState.CLOSED);
  }

  private static Throwable failAfter(
      BreakerSubject subject, CountDownLatch inside, CountDownLatch end) {
    Script script =
        Script.alwaysFailing(call -> new IOException())
            .doing(
                () -> {
                  inside.countDown();
                  try {
                    end.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                });
    try {
      subject.singleProbe(script);
      return new AssertionError("returned");
    } catch (Exception e) {
      return e;
    }
  }

  private void trip(BreakerSubject subject) {
    assertThatThrownBy(() -> subject.singleProbe(Script.alwaysFailing(call -> new IOException())))
        .isInstanceOf(IOException.class);
    assertThat(stateOf("single")).isEqualTo(BreakerState.OPEN);
  }
}
