package dev.mulligan.runtime.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.policy.RateLimitPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever threads do at once, and whichever of them read the clock first. */
public class StampsTest {
  private static final int ITERATIONS = 3 * Integer.getInteger("proof.effort", 1);
  private static final int INVOCATIONS = Math.min(1_000, 20 * ITERATIONS);
  private static final int PERMITS = 2;
  private static final int PER = 10;

  private final Stamps stamps = stamps(PERMITS, PER);

  @Test
  void remembersTheLatestTimeThatACallCanHaveBeenMadeAt() {
    Stamps single = stamps(1, PER);

    // Made between 0 and 3, so the stretch is over at 13.
    assertThat(single.claim(0, 3, 0)).isZero();
    assertThat(single.claim(12, 15, 0)).isEqualTo(Stamps.REFUSED);
    assertThat(single.untilFree(12)).isEqualTo(1);
    assertThat(single.claim(13, 16, 0)).isZero();
  }

  @Test
  void aReplacedLogLetsNobodyThrough() {
    Stamps replaced = stamps(PERMITS, PER);
    replaced.grown();

    assertThat(replaced.claim(0, 0, 0)).isEqualTo(Stamps.OUTGROWN);
  }

  @Tag("proof")
  @Test
  void underStress() {
    new StressOptions()
        .iterations(ITERATIONS)
        .invocationsPerIteration(10 * INVOCATIONS)
        .threads(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .actorsPerThread(3)
        .sequentialSpecification(OneAfterAnother.class)
        .check(StampsTest.class);
  }

  @Tag("proof")
  @Test
  void inEveryInterleavingThatIsTried() {
    new ModelCheckingOptions()
        .iterations(ITERATIONS)
        .invocationsPerIteration(INVOCATIONS)
        .threads(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .actorsPerThread(2)
        .sequentialSpecification(OneAfterAnother.class)
        .check(StampsTest.class);
  }

  @Operation
  public long claim(
      @Param(gen = IntGen.class, conf = "0:40") int now,
      @Param(gen = IntGen.class, conf = "0:20") int most) {
    return stamps.claim(now, now, most);
  }

  private static Stamps stamps(int permits, int per) {
    return new Stamps(new RateLimitPolicy(permits, Duration.ofNanos(per), Duration.ZERO));
  }

  /** The sequential specification. */
  public static class OneAfterAnother {
    private final List<Long> log = new ArrayList<>();

    public long claim(int now, int most) {
      long newest = log.isEmpty() ? Long.MIN_VALUE : log.get(log.size() - 1);
      long free = log.size() < PERMITS ? now : log.get(log.size() - PERMITS) + PER;
      if (free <= now) {
        log.add(Math.max(now, newest));
        return 0;
      }
      long turn = Math.max(free, newest);
      if (turn - now > most) {
        return Stamps.REFUSED;
      }
      log.add(turn);
      return turn - now;
    }
  }
}
