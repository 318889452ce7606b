package dev.mulligan.store.kafka;

import dev.mulligan.runtime.time.Time;

/**
 * The key of a record: the letter that it is about, and a number of its own. No two records share a
 * key, so that compaction removes nothing but what was erased: of two claims on a letter it would
 * else keep the later one, which lost.
 *
 * @param id the letter, or a name that is no letter's
 * @param ticket random
 */
record Key(String id, long ticket) {
  private static final int HEX_DIGITS = 16;

  /** The id of records about the counters. */
  static final String COUNTERS = "counters";

  /** Makes a key that no other record has. */
  static Key fresh(String id) {
    return new Key(id, Time.randomBits());
  }

  static Key parse(String text) {
    int slash = text.length() - HEX_DIGITS - 1;
    if (slash < 0 || text.charAt(slash) != '/') {
      throw new IllegalArgumentException("no key: " + text);
    }
    return new Key(
        text.substring(0, slash), Long.parseUnsignedLong(text.substring(slash + 1), HEX_DIGITS));
  }

  @Override
  public String toString() {
    return id + '/' + String.format("%016x", ticket);
  }
}
