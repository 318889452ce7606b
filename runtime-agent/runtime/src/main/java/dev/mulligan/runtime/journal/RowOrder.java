package dev.mulligan.runtime.journal;

import java.util.Arrays;

/**
 * The rows in the order of their ids. They come nearly so; what does not is sorted in when the
 * order is asked for. Not thread-safe.
 */
final class RowOrder {
  private static final int FEW = 16;

  private final Rows rows;
  private int[] order = new int[64];
  private int length;
  private boolean sorted = true;
  private boolean stale;

  RowOrder(Rows rows) {
    this.rows = rows;
  }

  void add(int row) {
    if (length == order.length) {
      order = Arrays.copyOf(order, length + (length >> 1));
    }
    sorted = sorted && (length == 0 || rows.compare(order[length - 1], row) < 0);
    order[length++] = row;
  }

  /** Its place may be taken by another letter. */
  void remove() {
    stale = true;
  }

  int length() {
    put();
    return length;
  }

  int row(int place) {
    return order[place];
  }

  /** Finds the first place whose id is greater. */
  int after(LetterId id) {
    put();
    return firstAfter(0, length, id.time(), id.rest());
  }

  private void put() {
    if (stale) {
      length = 0;
      stale = false;
      sorted = true;
      for (int row = 0; row < rows.end(); row++) {
        if (rows.isUsed(row)) {
          add(row);
        }
      }
    }
    if (!sorted) {
      sort(0, length);
      sorted = true;
    }
  }

  /** Rows that are out of place are mostly so by a few places, which costs little here. */
  private void sort(int from, int to) {
    if (to - from <= FEW) {
      insert(from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(from, middle);
    sort(middle, to);
    merge(from, middle, to);
  }

  private void insert(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int row = order[i];
      int at = i;
      while (at > from && rows.compare(order[at - 1], row) > 0) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = row;
    }
  }

  /** Merges two sorted parts, of which only what overlaps is touched. */
  private void merge(int from, int middle, int to) {
    int begin = firstAfter(from, middle, order[middle]);
    int end = begin == middle ? middle : firstAfter(middle, to, order[middle - 1]);
    int[] left = Arrays.copyOfRange(order, begin, middle);
    int right = middle;
    int target = begin;
    for (int next = 0; next < left.length; target++) {
      boolean takesRight = right < end && rows.compare(order[right], left[next]) < 0;
      order[target] = takesRight ? order[right++] : left[next++];
    }
  }

  private int firstAfter(int from, int to, int row) {
    return firstAfter(from, to, rows.idTime(row), rows.idRest(row));
  }

  /** Finds the first place of a sorted part whose row comes after an id. */
  private int firstAfter(int from, int to, long time, long rest) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.compare(order[middle], time, rest) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
