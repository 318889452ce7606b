package dev.mulligan.runtime.journal;

import java.util.Arrays;

/**
 * Sorts rows by their ids: a merge sort that touches only what overlaps, because rows come nearly
 * in order. The first part of each id is beside the row, where it is found without looking it up.
 */
final class RowSort {
  private static final int FEW = 16;

  private final Rows rows;
  private final int[] order;
  private final long[] times;

  /**
   * Prepares to sort.
   *
   * @param rows the rows
   * @param order their numbers, to be sorted
   * @param length how many
   */
  RowSort(Rows rows, int[] order, int length) {
    this.rows = rows;
    this.order = order;
    this.times = new long[length];
    for (int i = 0; i < length; i++) {
      times[i] = rows.idTime(order[i]);
    }
  }

  void sort() {
    sort(0, times.length);
  }

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
      long time = times[i];
      int at = i;
      while (at > from && compare(time, row, times[at - 1], order[at - 1]) < 0) {
        put(at, times[at - 1], order[at - 1]);
        at--;
      }
      put(at, time, row);
    }
  }

  private void merge(int from, int middle, int to) {
    int begin = firstAfter(from, middle, middle);
    int end = begin == middle ? middle : firstAfter(middle, to, middle - 1);
    int[] leftRows = Arrays.copyOfRange(order, begin, middle);
    long[] leftTimes = Arrays.copyOfRange(times, begin, middle);
    int right = middle;
    int left = 0;
    for (int target = begin; left < leftRows.length; target++) {
      if (right < end && compare(times[right], order[right], leftTimes[left], leftRows[left]) < 0) {
        put(target, times[right], order[right]);
        right++;
      } else {
        put(target, leftTimes[left], leftRows[left]);
        left++;
      }
    }
  }

  /** Finds the first place of a sorted part whose row comes after that of another place. */
  private int firstAfter(int from, int to, int place) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(times[middle], order[middle], times[place], order[place]) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int compare(long time, int row, long otherTime, int otherRow) {
    return time == otherTime ? rows.compare(row, otherRow) : Long.compareUnsigned(time, otherTime);
  }

  private void put(int place, long time, int row) {
    times[place] = time;
    order[place] = row;
  }
}
