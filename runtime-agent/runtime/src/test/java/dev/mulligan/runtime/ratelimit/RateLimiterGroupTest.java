package dev.mulligan.runtime.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.time.VirtualTime;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimiterGroupTest {
  private static final int MOST_KEYS = 10_000;

  private final RateLimiterGroup group = new RateLimiterGroup("search", policy(1));
  private VirtualTime time;

  @BeforeEach
  void stopTheClock() {
    time = VirtualTime.install();
  }

  @AfterEach
  void restartTheClock() {
    time.close();
  }

  @Test
  void eachKeyHasItsOwnLimiter() {
    assertThat(of("a").tryAcquire()).isTrue();
    assertThat(of("b").tryAcquire()).isTrue();
    assertThat(of("a").tryAcquire()).isFalse();
    assertThat(of(Path.of("a"))).isSameAs(of("a"));
    assertThat(of("a").key()).isEqualTo("shown a");
    assertThat(group.single().key()).isNull();
    assertThat(group.name()).isEqualTo("search");
    assertThat(group.all()).containsExactlyInAnyOrder(of("a"), of("b"));
  }

  @Test
  void withoutKeysThereIsOneLimiter() {
    assertThat(group.all()).containsExactly(group.single());
  }

  @Test
  void aNewPolicyReachesKnownAndFutureKeys() {
    RateLimiter known = of("a");
    group.reconfigure(policy(5));

    assertThat(known.policy().permits()).isEqualTo(5);
    assertThat(of("b").policy().permits()).isEqualTo(5);
    assertThat(group.single().policy().permits()).isEqualTo(5);
    assertThat(group.policy().permits()).isEqualTo(5);
  }

  @Test
  void idleLimitersMakeRoomAndBusyOnesDoNot() {
    for (int i = 0; i < MOST_KEYS; i++) {
      of(i).tryAcquire();
    }
    assertThat(of("one too many")).isSameAs(group.single());

    time.advance(Duration.ofSeconds(1));
    of(7).tryAcquire();
    assertThat(of("room now")).isNotSameAs(group.single());
    assertThat(of(7).tryAcquire()).isFalse();
    assertThat(group.all()).hasSize(2);
  }

  private RateLimiter of(Object key) {
    return group.of(key, shown -> "shown " + shown);
  }

  private static RateLimitPolicy policy(int permits) {
    return new RateLimitPolicy(permits, Duration.ofSeconds(1), Duration.ZERO);
  }
}
