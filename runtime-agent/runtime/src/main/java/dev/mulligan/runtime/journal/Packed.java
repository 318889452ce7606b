package dev.mulligan.runtime.journal;

import org.jspecify.annotations.Nullable;

/** Texts and times as numbers that fit into a column. */
final class Packed {
  private static final long LATEST_SECOND = 0xFFFF_FFFFL;
  private static final long SEED = 1125899906842597L;

  private Packed() {}

  static int key(@Nullable String key) {
    return key == null ? 0 : key.hashCode();
  }

  /** Seconds, as an unsigned number: until the year 2106. */
  static int seconds(long millis) {
    return (int) Math.min(LATEST_SECOND, Math.max(0, Math.floorDiv(millis, 1000L)));
  }

  /** Never 0 for a text, which stands for none. */
  static long identity(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    long mixed = SEED;
    for (int i = 0; i < text.length(); i++) {
      mixed = 31 * mixed + text.charAt(i);
    }
    return mixed == 0 ? 1 : mixed;
  }
}
