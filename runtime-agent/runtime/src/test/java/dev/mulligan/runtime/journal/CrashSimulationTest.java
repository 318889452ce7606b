package dev.mulligan.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The power fails again and again. A seed that fails replays its failure. */
class CrashSimulationTest {
  private static final long SEED = Long.getLong("crash.seed", 1);

  /** In each the power fails twice. */
  private static final long LIVES = Long.getLong("crash.lives", 25_000);

  private final LifeTime time = new LifeTime();

  @BeforeEach
  void useTimeOfEachLife() {
    Time.install(time);
  }

  @AfterEach
  void useTimeOfAll() {
    Time.uninstall();
  }

  @Test
  void nothingAcknowledgedIsLostDoubledOrAlteredWhenThePowerFails() {
    assertThat(
            LongStream.range(SEED, SEED + LIVES)
                .parallel()
                .mapToObj(seed -> fails(seed, UnaryOperator.identity())))
        .filteredOn(failure -> !failure.isEmpty())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void eachMistakeIsNoticedWithinFiveHundredFailures(Sabotage mistake) {
    assertThat(
            LongStream.range(SEED, SEED + 250)
                .mapToObj(seed -> fails(seed, mistake))
                .filter(failure -> !failure.isEmpty())
                .findFirst())
        .isPresent();
  }

  private String fails(long seed, UnaryOperator<Disk> sabotage) {
    try {
      String wrong = new CrashedJournal(seed, time, sabotage).live();
      return wrong == null ? "" : "seed " + seed + ": " + wrong;
    } catch (IOException | RuntimeException e) {
      return "seed " + seed + ": " + e;
    }
  }
}
