package dev.mulligan.runtime.journal;

import java.util.Arrays;

/**
 * The rows in the order of their ids. They come nearly so; what does not is sorted in when the
 * order is asked for. Not thread-safe.
 */
final class RowOrder {
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
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.compare(order[middle], id.time(), id.rest()) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
      new RowSort(rows, order, length).sort();
      sorted = true;
    }
  }
}
