package dev.mulligan.runtime.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Refusal;
import dev.mulligan.runtime.spi.MulliganListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowCallsTest extends BreakerTestBase {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Policies slow = Policies.half(4).slow(SECOND, 50);

  @Test
  void callsThatAreStillRunningOpenTheBreaker() {
    Breaker breaker = slow.breaker();
    // 2 slow of 4 calls are 50 %.
    succeed(breaker, 2);
    List<Permit> running = List.of(breaker.acquire(), breaker.acquire());

    advance(999);
    assertThat(breaker.rates()).isEqualTo(new Rates(2, 0, 0));
    advance(101);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    running.forEach(Permit::succeeded);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void minimumCallsHoldForSlowCallsToo() {
    Breaker breaker = slow.breaker();
    List<Permit> running = List.of(breaker.acquire(), breaker.acquire(), breaker.acquire());
    advance(1100);
    assertThat(breaker.rates()).isEqualTo(new Rates(3, 0, 3));
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    running.forEach(Permit::succeeded);
  }

  @Test
  void aSlowSuccessIsCountedOnce() {
    Breaker breaker = slow.breaker();
    Permit permit = breaker.acquire();
    advance(1100);
    permit.succeeded();
    permit.succeeded();
    assertThat(breaker.rates()).isEqualTo(new Rates(1, 0, 1));
  }

  @Test
  void aSlowFailureAddsItsFailureButNoOtherCall() {
    Breaker breaker = slow.breaker();
    Permit permit = breaker.acquire();
    advance(1100);
    permit.failed();
    permit.failed();
    assertThat(breaker.rates()).isEqualTo(new Rates(1, 1, 1));
  }

  @Test
  void aSlowCallThatEndsBeforeTheTickerLooksIsCountedAtItsEnd() {
    Breaker breaker = Policies.half(4).slow(Duration.ofSeconds(30), 50).breaker();
    Permit succeeding = breaker.acquire();
    Permit failing = breaker.acquire();
    // The ticker looks once a second: at 29.999 s, and then not before 30.999 s.
    time.advance(Duration.ofSeconds(30).minusMillis(1));
    Permit quick = breaker.acquire();
    time.advance(MILLI);
    succeeding.succeeded();
    failing.failed();
    quick.succeeded();
    assertThat(breaker.rates()).isEqualTo(new Rates(3, 1, 2));
  }

  @Test
  void aNeutralResultChangesNothing() {
    Breaker breaker = slow.breaker();
    Permit permit = breaker.acquire();
    advance(500);
    permit.neutral();
    advance(5000);
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
  }

  @Test
  void aRunningProbePastTheThresholdReopensTheBreaker() {
    Breaker breaker = Policies.inARow(1).slow(SECOND, 50).breaker();
    openAndWait(breaker, 1);
    Permit probe = breaker.acquire();
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);

    advance(1100);

    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    probe.succeeded();
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void aSlowCallThatIsStillRunningNeitherMakesNorBreaksARowOfFailures() {
    Breaker breaker = Policies.inARow(2).slow(SECOND, 100).breaker();
    fail(breaker, 1);
    Permit running = breaker.acquire();
    advance(1100);
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    running.failed();
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void aSlowSuccessEndsARowOfFailures() {
    Breaker breaker = Policies.inARow(2).slow(SECOND, 100).breaker();
    fail(breaker, 1);
    Permit running = breaker.acquire();
    advance(1100);
    running.succeeded();
    fail(breaker, 1);
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void waitingForAnotherPolicyIsNotPartOfTheAttempt() {
    Breaker breaker = slow.breaker();
    Permit permit = breaker.reserve();
    advance(5000);
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
    Breaker.started(permit);
    advance(900);
    permit.succeeded();
    assertThat(breaker.rates()).isEqualTo(new Rates(1, 0, 0));
  }

  @Test
  void theEventOfAnOpeningByRunningCallsNamesBothStates() throws Exception {
    CompletableFuture<MulliganEvent> heard = new CompletableFuture<>();
    MulliganListener listener =
        event -> {
          if (event instanceof BreakerMoved moved && moved.breaker().equals("announced")) {
            heard.complete(event);
          }
        };
    Events.add(listener);
    try {
      Breaker breaker = new Breaker("announced", null, Policies.half(1).slow(SECOND, 100).policy());
      Permit running = breaker.acquire();
      advance(1100);
      assertThat(heard.get(10, TimeUnit.SECONDS))
          .isEqualTo(new BreakerMoved("announced", null, BreakerState.CLOSED, BreakerState.OPEN));
      running.neutral();
    } finally {
      Events.remove(listener);
    }
  }

  @Test
  void callsThatNeverReturnAreCountedOnceAndForgotten() {
    Breaker breaker = slow.breaker();
    List<Permit> lost = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      lost.add(breaker.acquire());
    }
    advance(1100);
    advance(60_000);
    assertThat(breaker.rates()).isEqualTo(new Rates(3, 0, 3));
    assertThat(lost).noneMatch(Refusal.class::isInstance);
  }
}
