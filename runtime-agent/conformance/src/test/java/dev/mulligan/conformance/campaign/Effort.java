package dev.mulligan.conformance.campaign;

import java.util.List;

/** How much is done: beside each build, or by the profile. */
final class Effort {
  private static final String CHOSEN = System.getProperty("campaign", "ci");

  private Effort() {}

  /** Names it: {@code ci} or {@code full}. */
  static String name() {
    return CHOSEN;
  }

  static int of(int ci, int full) {
    return CHOSEN.equals("full") ? full : ci;
  }

  /**
   * Options for a JVM of which the result counts: beside a build it compiles quickly and collects
   * in one thread, by the profile it is as users start it.
   */
  static List<String> jvm() {
    return CHOSEN.equals("full")
        ? List.of()
        : List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
  }
}
