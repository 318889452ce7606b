package dev.mulligan.runtime.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever comes when: the limit holds in every stretch, and nothing is refused needlessly. */
class RateLimiterPropertiesTest {
  private VirtualTime time;

  @BeforeTry
  void stopTheClock() {
    time = VirtualTime.install();
  }

  @AfterTry
  void restartTheClock() {
    time.close();
  }

  @Property(tries = 500)
  void aCallPassesIfAndOnlyIfTheLastStretchHasRoom(
      @ForAll @IntRange(min = 1, max = 600) int permits,
      @ForAll @IntRange(min = 1, max = 400_000_000) int per,
      @ForAll long arrivals) {
    RateLimiter limiter = limiter(permits, per, 0);
    Random random = new Random(arrivals);
    List<Long> passed = new ArrayList<>();
    for (int i = 0; i < 4 * permits + 20; i++) {
      long now = advance(random, permits, per);
      // Those that passed at now - per or before have left the stretch.
      boolean room = passed.size() < permits || now - passed.get(passed.size() - permits) >= per;
      assertThat(limiter.tryAcquire()).isEqualTo(room);
      if (room) {
        passed.add(now);
      }
    }
    assertNoStretchHoldsMore(passed, permits, per);
  }

  @Property(tries = 500)
  void turnsKeepTheLimitTheOrderAndMaxWait(
      @ForAll @IntRange(min = 1, max = 50) int permits,
      @ForAll @IntRange(min = 1, max = 400_000_000) int per,
      @ForAll @IntRange(min = 0, max = 1_000_000_000) int maxWait,
      @ForAll long arrivals) {
    RateLimiter limiter = limiter(permits, per, maxWait);
    Random random = new Random(arrivals);
    List<Long> turns = new ArrayList<>();
    for (int i = 0; i < 6 * permits + 20; i++) {
      long now = advance(random, permits, per);
      long earliest =
          turns.size() < permits ? now : Math.max(now, turns.get(turns.size() - permits) + per);
      long wait = limiter.reserve();
      if (earliest - now > maxWait) {
        assertThat(wait).isNegative();
      } else {
        assertThat(wait).isEqualTo(earliest - now);
        turns.add(earliest);
      }
    }
    assertThat(turns).isSorted();
    assertNoStretchHoldsMore(turns, permits, per);
  }

  /** Mostly a little more often than the limit allows, sometimes nothing for a while. */
  private long advance(Random random, int permits, int per) {
    int most = random.nextInt(20) == 0 ? 2 * per : per / permits + 1;
    time.advance(Duration.ofNanos(Math.floorMod(random.nextLong(), (long) Math.max(1, most))));
    return time.nanoTime();
  }

  private static void assertNoStretchHoldsMore(List<Long> times, int permits, long per) {
    for (int i = permits; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - permits)).isGreaterThanOrEqualTo(per);
    }
  }

  private static RateLimiter limiter(int permits, int per, int maxWait) {
    return new RateLimiter(
        "search",
        null,
        new RateLimitPolicy(permits, Duration.ofNanos(per), Duration.ofNanos(maxWait)));
  }
}
