package dev.mulligan.runtime.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranges of delays over random policies, up to a million attempts. */
class DelaysTest {
  private static final List<Backoff> GROWING =
      List.of(Backoff.EXPONENTIAL, Backoff.LINEAR, Backoff.FIXED);

  private VirtualTime time;

  @BeforeEach
  void seedRandomness() {
    time = VirtualTime.install(42);
  }

  @AfterEach
  void stop() {
    time.close();
  }

  @ParameterizedTest
  @EnumSource
  void neverLeaveFloorAndCap(Jitter jitter) {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      Duration most = Duration.ofNanos(1 + Math.floorMod(random.nextLong(), Long.MAX_VALUE / 4));
      Duration least = Duration.ofNanos(Math.floorMod(random.nextLong(), most.toNanos()));
      RetryPolicy policy =
          RetryPolicy.builder()
              .backoff(GROWING.get(random.nextInt(3)))
              .jitter(jitter)
              .delay(Duration.ofNanos(Math.floorMod(random.nextLong(), most.toNanos())))
              .multiplier(1 + random.nextDouble() * 999)
              .maxDelay(most)
              .minDelay(least)
              .build();
      Delays delays = new Delays(policy);
      long previous = 0;
      for (int failed : new int[] {1, 2, 3, 10, 31, 32, 63, 64, 65, 1000, 1_000_000}) {
        previous = delays.next(failed, previous, false);
        assertThat(previous).isBetween(least.toNanos(), most.toNanos());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"FULL", "EQUAL"})
  void haveThePublishedMeans(Jitter jitter) {
    Delays delays =
        new Delays(
            RetryPolicy.builder()
                .backoff(Backoff.FIXED)
                .jitter(jitter)
                .delay(Duration.ofSeconds(1))
                .build());
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      sum += delays.next(1, 0, false);
    }

    // random(0, 1 s): 0.5 s; half and random(0, half): 0.75 s. Standard error: below 1 ms.
    double expected = jitter == Jitter.FULL ? 0.5e9 : 0.75e9;
    assertThat(sum / 100_000).isBetween(expected * 0.99, expected * 1.01);
  }
}
