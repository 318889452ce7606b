package dev.mulligan.runtime.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.log.AppLog;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerGroupTest extends BreakerTestBase {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void idleHealthyBreakersMakeRoomAndOthersStay() {
    BreakerGroup group = group(Policies.half(1).rate(100));
    succeed(of(group, "idle"), 3);
    Breaker busy = of(group, "busy");
    Breaker failing = of(group, "failing");
    succeed(failing, 1);
    fail(failing, 1);
    Breaker open = of(group, "open");
    fail(open, 1);
    Breaker forced = of(group, "forced");
    forced.forceClosed();

    time.advance(MINUTE);
    assertThat(group.evicted()).as("all had calls since they were made").isZero();
    succeed(busy, 1);
    time.advance(MINUTE);

    assertThat(group.all()).containsExactlyInAnyOrder(busy, failing, open, forced);
    assertThat(group.evicted()).isEqualTo(1);
  }

  @Test
  void afterAnHourWithoutACallUnhealthyOnesGoToo() {
    BreakerGroup group = group(Policies.half(1).rate(100));
    succeed(of(group, "failing"), 1);
    fail(of(group, "failing"), 1);
    fail(of(group, "open"), 1);
    Breaker forced = of(group, "forced");
    forced.forceOpen();
    for (int i = 0; i < 62; i++) {
      time.advance(MINUTE);
    }
    assertThat(group.all()).containsExactly(forced);
    assertThat(group.evicted()).isEqualTo(2);
  }

  @Test
  void whatAnOperatorWantsSurvivesEviction() {
    BreakerGroup group = group(Policies.half(1));
    group.hold(Hold.OPEN);
    group.hold("a", Hold.NONE);
    Breaker first = of(group, "a");
    time.advance(MINUTE);
    time.advance(MINUTE);
    Breaker second = of(group, "a");
    assertThat(second).isNotSameAs(first);
    assertThat(second.state()).isEqualTo(BreakerState.CLOSED);
    assertThat(of(group, "b").state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void whereNoneMakesRoomFurtherKeysShareTheBreakerWithoutAKey() {
    BreakerGroup group = new BreakerGroup("full", Policies.inARow(1).policy(), AppLog.own(), 2);
    fail(of(group, "a"), 1);
    fail(of(group, "b"), 1);
    advance(2_000);
    assertThat(of(group, "c")).isSameAs(group.single());
    assertThat(of(group, "d")).isSameAs(group.single());
    assertThat(of(group, "a")).isNotSameAs(group.single());
    assertThat(group.all()).hasSize(2);
  }

  @Test
  void reconfiguringReachesAllBreakersAndThoseToCome() {
    BreakerGroup group = group(Policies.inARow(3));
    Breaker present = of(group, "a");
    group.reconfigure(Policies.inARow(1).policy());
    fail(present, 1);
    fail(of(group, "b"), 1);
    fail(group.single(), 1);
    assertThat(group.all()).allMatch(breaker -> breaker.state() == BreakerState.OPEN).hasSize(3);
  }

  @Test
  void aGroupThatIsThereKeepsItsPolicy() {
    Breakers breakers = new Breakers();
    BreakerGroup first = breakers.group("id", "name", Policies.inARow(3).policy(), AppLog.own());
    BreakerGroup second = breakers.group("id", "name", Policies.inARow(1).policy(), AppLog.own());
    assertThat(second).isSameAs(first);
    assertThat(second.policy().consecutiveFailures()).isEqualTo(3);
  }

  private static BreakerGroup group(Policies policies) {
    return new BreakerGroup("group", policies.policy(), AppLog.own());
  }

  private static Breaker of(BreakerGroup group, String key) {
    return group.of(key, String::valueOf);
  }
}
