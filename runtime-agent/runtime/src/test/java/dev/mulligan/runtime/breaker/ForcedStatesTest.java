package dev.mulligan.runtime.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.permit.Permit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForcedStatesTest extends BreakerTestBase {
  private final Breakers breakers = new Breakers();
  private final BreakerGroup group =
      breakers.group(
          "id", "pay", Policies.inARow(1).slow(Duration.ofSeconds(1), 100).policy(), AppLog.own());

  @Test
  void forcedOpenRefusesUntilItIsClosed() {
    Breaker breaker = group.single();
    breaker.forceOpen();
    time.advance(Duration.ofDays(365));
    assertThat(refuses(breaker)).isTrue();
    assertThat(breaker.refusesAfter(Long.MAX_VALUE)).isTrue();
    assertThat(breaker.isForced()).isTrue();

    breaker.close();
    assertThat(refuses(breaker)).isFalse();
    assertThat(breaker.isForced()).isFalse();
  }

  @Test
  void forcedClosedCountsAndNeverOpens() {
    Breaker breaker = group.single();
    breaker.forceClosed();
    fail(breaker, 5);
    succeed(breaker, 5);
    Permit running = breaker.acquire();
    advance(1100);
    assertThat(breaker.rates()).isEqualTo(new Rates(11, 5, 1));
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    assertThat(breaker.isForced()).isTrue();
    running.failed();
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);

    breaker.close();
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
    fail(breaker, 1);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void aBreakerShowsItsNameKeyAndState() {
    assertThat(group.single()).hasToString("Breaker[pay, CLOSED]");
    Breaker eu = group.of("eu", Object::toString);
    eu.forceOpen();
    assertThat(eu).hasToString("Breaker[pay, key=eu, OPEN]");
  }

  @Test
  void disabledCountsNothing() {
    Breaker breaker = group.single();
    breaker.disable();
    fail(breaker, 5);
    assertThat(breaker.state()).isEqualTo(BreakerState.DISABLED);
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
    assertThat(breaker.isForced()).isTrue();
    assertThat(breaker.acquire()).as("allocates nothing").isSameAs(breaker.acquire());
  }

  @Test
  void resultsOfCallsFromBeforeChangeNothing() {
    Breaker breaker = group.single();
    Permit early = breaker.acquire();
    breaker.forceClosed();
    breaker.close();
    early.failed();
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    assertThat(breaker.rates()).isEqualTo(Rates.NONE);
  }

  @Test
  void theyHoldForKeysYetToCome() {
    Breaker present = of("a");
    assertThat(breakers.open("pay")).isEqualTo(1);
    assertThat(present.state()).isEqualTo(BreakerState.OPEN);
    assertThat(of("b").state()).isEqualTo(BreakerState.OPEN);
    assertThat(breakers.disable("pay")).isEqualTo(2);
    assertThat(of("c").state()).isEqualTo(BreakerState.DISABLED);
    assertThat(breakers.forceClosed("pay")).isEqualTo(3);
    assertThat(of("d").isForced()).isTrue();
    assertThat(breakers.close("pay")).isEqualTo(4);
    assertThat(of("e").isForced()).isFalse();
    assertThat(breakers.open("unknown")).isZero();
  }

  @Test
  void oneKeyCanBeHeldAlone() {
    of("a");
    assertThat(breakers.open("pay", "a")).isEqualTo(1);
    assertThat(breakers.disable("pay", "later")).isEqualTo(1);
    assertThat(of("a").state()).isEqualTo(BreakerState.OPEN);
    assertThat(of("b").state()).isEqualTo(BreakerState.CLOSED);
    assertThat(of("later").state()).isEqualTo(BreakerState.DISABLED);
    assertThat(breakers.close("pay", "a")).isEqualTo(1);
    assertThat(of("a").isForced()).isFalse();
  }

  @Test
  void oneKeyCanBeExceptedUntilAllAreHeldAgain() {
    breakers.open("pay");
    breakers.close("pay", "a");
    assertThat(of("a").state()).isEqualTo(BreakerState.CLOSED);
    assertThat(of("b").state()).isEqualTo(BreakerState.OPEN);
    breakers.forceClosed("pay", "a");
    breakers.open("pay");
    assertThat(of("a").state()).isEqualTo(BreakerState.OPEN);
    breakers.close("pay");
    assertThat(of("b").state()).isEqualTo(BreakerState.CLOSED);
  }

  private Breaker of(String key) {
    return group.of(key, String::valueOf);
  }
}
