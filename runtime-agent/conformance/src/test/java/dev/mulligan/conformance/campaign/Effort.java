package dev.mulligan.conformance.campaign;

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
}
