package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** How tests fail, and what they leave behind. */
class MulliganExtensionTest {
  private static final AtomicInteger AT_ONCE = new AtomicInteger();
  private static final List<Integer> SEEN = new ArrayList<>();

  @MulliganTest
  @Seed(7)
  static class FailsItself {
    @Test
    @Faults("fetch: once 503")
    void fails() throws IOException {
      Engine.pageClient().fetch("a");
      throw new IllegalStateException("own failure");
    }
  }

  @Test
  void aFailedTestTellsItsSeedAndWhatHappened() {
    Throwable failure = only(FailsItself.class);

    assertThat(failure).hasMessage("own failure");
    assertThat(failure.getSuppressed()).hasSize(1);
    assertThat(failure.getSuppressed()[0])
        .hasMessageContaining("use @Seed(7) or -Dmulligan.test.seed=7")
        .hasMessageContaining("200ms  PageClient.fetch  recovered at attempt 2");
  }

  @MulliganTest
  static class MissesItsFaults {
    @Test
    @Faults("fecth: 503")
    void misses() throws IOException {
      Engine.pageClient().fetch("a");
    }
  }

  @Test
  void aPlanThatNeverMatchedFailsTheTest() {
    assertThat(only(MissesItsFaults.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "no attempt got a fault from 'fecth: 503': did you mean fetch?\nseed ");
  }

  @MulliganTest
  static class CallsNothing {
    @Test
    @Faults("fetch: 503")
    void calls() {}
  }

  @Test
  void aTestWithoutGuardedCallsIsTold() {
    assertThat(only(CallsNothing.class)).hasMessageContaining("no guarded method was called");
  }

  @MulliganTest
  static class HidesItsFaults {
    @Test
    @Faults({"*: 503", "fetch: ok"})
    void hides() {
      assertThatThrownBy(() -> Engine.pageClient().fetch("a")).isInstanceOf(HttpFault.class);
    }
  }

  @Test
  void aPlanBehindAnotherIsTold() {
    assertThat(only(HidesItsFaults.class))
        .hasMessageContaining("'fetch: ok': plans before it matched all attempts");
  }

  @MulliganTest
  @Faults("nothing: 503")
  static class NeedsNoFaults {
    @Test
    @Faults(value = "fetch: 503", optional = true)
    void needsNone() {}
  }

  @Test
  void optionalPlansAndThoseOfClassesMayGoUnused() {
    assertThat(Launched.failures(NeedsNoFaults.class)).isEmpty();
  }

  @MulliganTest
  static class IsMisspelt {
    @Test
    @Faults("fetch: IOExeption")
    void neverBegins() {
      throw new IllegalStateException("it began");
    }
  }

  @Test
  void aMistakeInAPlanFailsTheTestBeforeItBegins() {
    assertThat(only(IsMisspelt.class))
        .hasMessageContaining("there is no exception IOExeption; did you mean IOException?");
    assertThat(VirtualTimeIs.real()).isTrue();
  }

  @MulliganTest
  static class WantsItTooEarly {
    WantsItTooEarly(Attempts attempts) {
      attempts.all();
    }

    @Test
    void neverBegins() {}
  }

  @Test
  void constructorsGetNoParametersOfTests() {
    assertThat(only(WantsItTooEarly.class))
        .hasMessageContaining("each test has a Attempts of its own");
  }

  @MulliganTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class SharesItsInstance {
    private final PageClient client = Engine.pageClient();

    @BeforeEach
    void isFresh(Attempts attempts, VirtualTime time) {
      attempts.all().wasNotCalled();
      assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void opensTheBreaker() throws IOException {
      client.behindBreaker();
      Mulligan.breakers().open("site");
      Mulligan.shutdown(Duration.ZERO);
      assertThatThrownBy(client::behindBreaker).isInstanceOf(RuntimeException.class);
      Thread.currentThread().interrupt();
    }

    @Test
    @Faults({"behindBreaker: once 503", "fetch: once 503"})
    void opensTheBreakerToo() throws IOException {
      assertThat(client.fetch("a")).isEqualTo("page of a");
      assertThatThrownBy(client::behindBreaker).isInstanceOf(HttpFault.class);
      client.behindBreaker();
      Mulligan.breakers().open("site");
    }
  }

  @Test
  void everythingIsPutBack() throws IOException {
    assertThat(Launched.failures(SharesItsInstance.class)).isEmpty();

    assertThat(Mulligan.breakers().list())
        .filteredOn(breaker -> breaker.name().equals("site"))
        .extracting(Breaker::state)
        .containsOnly(BreakerState.CLOSED);
    assertThat(VirtualTimeIs.real()).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(Engine.pageClient().fetch("a")).isEqualTo("page of a");
  }

  /** Only one of its tests is in virtual time. */
  static class OnOneMethod {
    @Test
    void plain() {
      assertThat(VirtualTimeIs.real()).isTrue();
    }

    @Test
    @MulliganTest
    void virtual(TestRun run) {
      run.time().advance(Duration.ofDays(1));
      assertThat(VirtualTimeIs.real()).isFalse();
    }
  }

  @Test
  void theAnnotationMayStandOnOneTest() {
    assertThat(Launched.failures(OnOneMethod.class)).isEmpty();
  }

  /** Tests that would disturb one another. */
  static class Disturbing {
    @Test
    void one(VirtualTime time) {
      together(time);
    }

    @Test
    void two(VirtualTime time) {
      together(time);
    }

    @Test
    void three(VirtualTime time) {
      together(time);
    }

    private static void together(VirtualTime time) {
      int now = AT_ONCE.incrementAndGet();
      synchronized (SEEN) {
        SEEN.add(now);
      }
      for (int i = 0; i < 1_000; i++) {
        time.advance(Duration.ofNanos(1));
        assertThat(Time.nanoTime()).isEqualTo(time.nanoTime());
      }
      AT_ONCE.decrementAndGet();
    }
  }

  @MulliganTest
  static class InParallelOne extends Disturbing {}

  @MulliganTest
  static class InParallelTwo extends Disturbing {}

  @Test
  void inAParallelRunTheseTestsWaitForOneAnother() {
    SEEN.clear();

    TestExecutionSummary summary =
        Launched.run(
            Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"),
            InParallelOne.class,
            InParallelTwo.class);

    assertThat(summary.getTestsSucceededCount()).isEqualTo(6);
    assertThat(SEEN).containsExactly(1, 1, 1, 1, 1, 1);
  }

  @ExtendWith(MulliganExtension.class)
  static class WithoutTheLock {
    @Test
    void cannotStart() {}
  }

  @Test
  void aSecondRunIsRefusedWhileOneRuns() {
    try (TestRun run = TestRun.start("the first", 1, getClass())) {
      assertThat(run.seed()).isEqualTo(1);
      assertThat(only(WithoutTheLock.class))
          .hasMessageContaining("WithoutTheLock.cannotStart() cannot start while the first runs")
          .hasMessageContaining("Use @MulliganTest");
    }
    assertThat(Launched.failures(WithoutTheLock.class)).isEmpty();
  }

  private static Throwable only(Class<?> test) {
    List<Throwable> failures = Launched.failures(test);
    assertThat(failures).hasSize(1);
    return failures.get(0);
  }

  /** Tells whose time it is. */
  private static final class VirtualTimeIs {
    static boolean real() {
      return Math.abs(Time.nanoTime() - System.nanoTime()) < 1_000_000_000L;
    }
  }
}
