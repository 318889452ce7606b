package dev.mulligan.runtime.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Jitter;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What holds of the delays of every policy there can be. */
class DelaysTest {
  private static final int DRAWS = 2_000;

  private VirtualTime time;

  @BeforeProperty
  void seedRandomness() {
    time = VirtualTime.install(42);
  }

  @AfterProperty
  void stop() {
    time.close();
  }

  @Property
  void neverLeaveFloorAndCap(
      @ForAll("policies") RetryPolicy policy,
      @ForAll @IntRange(min = 1, max = 1_000_000) int failed,
      @ForAll boolean throttled) {
    Delays delays = new Delays(policy);
    long previous = 0;
    for (int attempt : new int[] {failed, failed, 1, 2, 31, 32, 63, 64, 1_000_000}) {
      previous = delays.next(attempt, previous, throttled);
      assertThat(previous).isBetween(policy.minDelay().toNanos(), policy.maxDelay().toNanos());
    }
  }

  @Property(tries = 200)
  void fullJitterIsEvenBetweenZeroAndTheDelay(
      @ForAll @IntRange(min = 1_000, max = 1_000_000_000) int base,
      @ForAll @IntRange(min = 1, max = 100) int failed) {
    RetryPolicy policy = exponential(base, Jitter.FULL);

    // random(0, d): mean d/2, standard deviation d/sqrt(12); of 2,000 draws d/155.
    long delay = Math.min(base * 1_000L, (long) (base * Math.pow(2, failed - 1)));
    assertMean(policy, failed, 0, delay, delay / 2.0, delay / 155.0);
  }

  @Property(tries = 200)
  void equalJitterIsEvenBetweenHalfAndAll(
      @ForAll @IntRange(min = 1_000, max = 1_000_000_000) int base,
      @ForAll @IntRange(min = 1, max = 100) int failed) {
    RetryPolicy policy = exponential(base, Jitter.EQUAL);

    // d/2 + random(0, d/2): mean 3d/4, standard deviation of the mean of 2,000 draws d/310.
    long delay = Math.min(base * 1_000L, (long) (base * Math.pow(2, failed - 1)));
    assertMean(policy, failed, delay / 2, delay, delay * 0.75, delay / 310.0);
  }

  @Property
  void decorrelatedJitterStaysBetweenTheBaseAndThreeTimesThePrevious(
      @ForAll @IntRange(min = 0, max = 1_000_000_000) int base) {
    Delays delays = new Delays(exponential(base, Jitter.DECORRELATED));
    long previous = 0;
    for (int failed = 1; failed < 50; failed++) {
      long next = delays.next(failed, previous, false);
      long most = Math.min(base * 1_000L, 3 * Math.max(base, previous));
      assertThat(next).isBetween((long) base, most);
      previous = next;
    }
  }

  @Property
  void withoutJitterDelaysNeverShrink(@ForAll("policies") RetryPolicy random) {
    RetryPolicy policy =
        RetryPolicy.builder()
            .backoff(random.backoff())
            .jitter(Jitter.NONE)
            .delay(random.delay())
            .multiplier(random.multiplier())
            .maxDelay(random.maxDelay())
            .minDelay(random.minDelay())
            .build();
    Delays delays = new Delays(policy);
    long previous = 0;
    for (int failed = 1; failed < 1_100; failed += 7) {
      long next = delays.next(failed, previous, false);
      assertThat(next).isGreaterThanOrEqualTo(previous);
      previous = next;
    }
  }

  @Property
  void aDelayAfterThrottlingIsFiveTimesAsLongUpToTheCap(
      @ForAll @IntRange(min = 0, max = 1_000_000_000) int base,
      @ForAll @IntRange(min = 1, max = 100) int failed) {
    Delays delays = new Delays(exponential(base, Jitter.NONE));
    double own = base * Math.pow(2, failed - 1);

    assertThat(delays.next(failed, 0, false)).isEqualTo((long) Math.min(base * 1_000.0, own));
    assertThat(delays.next(failed, 0, true)).isEqualTo((long) Math.min(base * 1_000.0, 5 * own));
  }

  @Property
  void whatIsAddedToAHintIsATenthAtMost(
      @ForAll("policies") RetryPolicy policy, @ForAll("nanos") long hint) {
    long added = new Delays(policy).above(hint);

    assertThat(added).isBetween(0L, Math.min(hint / 10, policy.maxDelay().toNanos()));
  }

  private void assertMean(
      RetryPolicy policy, int failed, long least, long most, double mean, double error) {
    Delays delays = new Delays(policy);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      long delay = delays.next(failed, 0, false);
      assertThat(delay).isBetween(least, most);
      sum += delay;
    }
    // Five standard errors: one false alarm in 1.7 million, and the seed is fixed.
    assertThat(sum / DRAWS).isBetween(mean - 5 * error - 1, mean + 5 * error + 1);
  }

  private static RetryPolicy exponential(int base, Jitter jitter) {
    return RetryPolicy.builder()
        .jitter(jitter)
        .delay(Duration.ofNanos(base))
        .maxDelay(Duration.ofNanos(base * 1_000L))
        .build();
  }

  @Provide
  Arbitrary<Long> nanos() {
    return Arbitraries.longs().between(0, Long.MAX_VALUE);
  }

  @Provide
  Arbitrary<RetryPolicy> policies() {
    Arbitrary<Double> parts = Arbitraries.doubles().between(0, 1);
    return Combinators.combine(
            Arbitraries.of(Backoff.class),
            Arbitraries.of(Jitter.class),
            nanos(),
            parts,
            parts,
            Arbitraries.doubles().between(1, 1000))
        .as(
            (backoff, jitter, most, delay, least, multiplier) ->
                RetryPolicy.builder()
                    .backoff(backoff)
                    .jitter(jitter)
                    .delay(Duration.ofNanos(Math.min(most, (long) (most * delay))))
                    .multiplier(multiplier)
                    .maxDelay(Duration.ofNanos(most))
                    .minDelay(Duration.ofNanos(Math.min(most, (long) (most * least))))
                    .build());
  }
}
