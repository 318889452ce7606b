package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.fault.FaultInjector;
import dev.mulligan.runtime.spi.DeadLetterStore;
import org.jspecify.annotations.Nullable;

/** What is watched or disturbed in all guards at once. Thread-safe. */
public final class Observed {
  private static volatile @Nullable FaultInjector faults;

  private Observed() {}

  /**
   * Lets attempts fail below the policies of all guards. For tests.
   *
   * @param injector decides which, or null to let all bodies run again
   */
  public static void inject(@Nullable FaultInjector injector) {
    faults = injector;
    LiveGuards.refresh();
  }

  /**
   * Keeps the dead letters of all guards somewhere else. For tests.
   *
   * @param store where, or null for the store that the application has
   */
  public static void keepLettersIn(@Nullable DeadLetterStore store) {
    Registry.deadLetters().keepIn(store);
  }

  static @Nullable FaultInjector faults() {
    return faults;
  }

  /** Successes cost the happy path a counter, so they are only counted where somebody asks. */
  static boolean counts() {
    return "all".equals(Config.of(null).get("mulligan.counters"));
  }
}
