package dev.mulligan.runtime.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReconfigureTest extends BreakerTestBase {
  @Test
  void thresholdsApplyToTheNextResult() {
    Breaker breaker = Policies.half(100).breaker();
    fail(breaker, 5);
    breaker.reconfigure(Policies.half(6).policy());
    assertThat(breaker.rates()).isEqualTo(new Rates(5, 5, 0));
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    fail(breaker, 1);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void aNewWindowStartsEmpty() {
    Breaker breaker = Policies.half(10).breaker();
    fail(breaker, 5);
    breaker.reconfigure(Policies.half(10).over("60s").policy());
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
    fail(breaker, 1);
    time.advance(Duration.ofMinutes(2));
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
  }

  @Test
  void aNewWindowOfAForcedClosedBreakerStartsEmptyToo() {
    Breaker breaker = Policies.half(1).breaker();
    breaker.forceClosed();
    fail(breaker, 5);
    breaker.reconfigure(Policies.half(1).over("60s").policy());
    assertThat(breaker.isForced()).isTrue();
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
  }

  @Test
  void openAndHalfOpenStayAsTheyAre() {
    Breaker breaker = Policies.inARow(1).breaker();
    fail(breaker, 1);
    breaker.reconfigure(Policies.inARow(1).over("60s").probes(1).policy());
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    time.advance(Policies.OPEN_FOR);
    Permit probe = breaker.acquire();
    breaker.reconfigure(Policies.inARow(1).over("60s").probes(5).policy());
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    probe.succeeded();
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void slowCallsCanBeSwitchedOnAndOff() {
    Breaker breaker = Policies.half(1).breaker();
    Permit before = breaker.acquire();
    breaker.reconfigure(Policies.half(1).slow(Duration.ofSeconds(1), 100).policy());
    advance(5_000);
    before.succeeded();
    assertThat(breaker.rates()).as("began before").isEqualTo(new Rates(1, 0, 0));

    Permit measured = breaker.acquire();
    breaker.reconfigure(Policies.half(1).policy());
    assertThat(breaker.acquire()).as("the shared permit").isSameAs(breaker.acquire());
    advance(5_000);
    measured.succeeded();
    assertThat(breaker.rates()).isEqualTo(new Rates(2, 0, 1));
  }
}
