package dev.mulligan.sample.site;

/** Turns a text into a number that looks random and never changes. */
final class Draw {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Draw() {}

  /** A number from 0 to {@code bound - 1}; different seeds give independent numbers. */
  static int below(int bound, long seed, String text) {
    long hash = FNV_OFFSET ^ mix(seed);
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return (int) Long.remainderUnsigned(mix(hash), bound);
  }

  /** The finalizer of SplitMix64, without which FNV's low bits differ too little. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
