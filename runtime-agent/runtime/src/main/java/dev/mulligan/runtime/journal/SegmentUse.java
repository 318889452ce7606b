package dev.mulligan.runtime.journal;

import java.util.Arrays;

/** How many bytes of each segment are still needed. Not thread-safe. */
final class SegmentUse {
  private final Numbered<String> names = new Numbered<>();
  private long[] needed = new long[16];

  int number(String segment) {
    int number = names.number(segment);
    if (number >= needed.length) {
      needed = Arrays.copyOf(needed, needed.length * 2);
    }
    return number;
  }

  String name(int number) {
    return names.get(number);
  }

  /** Counts a line that is needed. */
  void need(int segment, int length) {
    if (segment != Rows.NONE) {
      needed[segment] += length;
    }
  }

  /** Takes back what {@link #need} counted. */
  void drop(int segment, int length) {
    need(segment, -length);
  }

  long needed(String segment) {
    int number = number(segment);
    return needed[number];
  }
}
