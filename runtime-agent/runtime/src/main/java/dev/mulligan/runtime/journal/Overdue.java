package dev.mulligan.runtime.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds letters that are to go; never those that somebody holds. */
final class Overdue {
  private Overdue() {}

  /** Finds some letters that are not to be kept any longer. */
  static List<Integer> expired(LetterIndex index, Instant now, int most) {
    List<Integer> found = new ArrayList<>();
    for (int row = 0; row < index.rows.end() && found.size() < most; row++) {
      if (isExpired(index, row, now)) {
        found.add(row);
      }
    }
    return found;
  }

  private static boolean isExpired(LetterIndex index, int row, Instant now) {
    return index.rows.isUsed(row)
        && index.retainUntil(row) < now.getEpochSecond()
        && !index.status(row).isLeased(now);
  }

  /** Finds the oldest letters that fill some bytes. */
  static List<Integer> oldest(LetterIndex index, long bytes, Instant now, int most) {
    List<Integer> found = new ArrayList<>();
    long sum = 0;
    RowOrder order = index.order;
    for (int place = 0; place < order.length() && sum < bytes && found.size() < most; place++) {
      int row = order.row(place);
      if (!index.status(row).isLeased(now)) {
        found.add(row);
        sum += index.position(row).length();
      }
    }
    return found;
  }
}
