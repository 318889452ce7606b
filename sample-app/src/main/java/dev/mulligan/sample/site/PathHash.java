package dev.mulligan.sample.site;

/** Turns a path into a number that looks random and never changes. */
final class PathHash {
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private PathHash() {}

  /** A number from 0 to {@code bound - 1}; different salts give independent numbers. */
  static int below(int bound, long salt, String path) {
    long hash = FNV_OFFSET ^ mix(salt);
    for (int i = 0; i < path.length(); i++) {
      hash = (hash ^ path.charAt(i)) * FNV_PRIME;
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
