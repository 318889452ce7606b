package dev.mulligan.store.kafka;

import java.util.Arrays;

/** Numbers in eight bytes each. Not thread-safe. */
final class LongList {
  private static final long[] NONE = {};

  private long[] values = NONE;
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(2, size + size / 2));
    }
    values[size++] = value;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
