package dev.mulligan.runtime.journal;

import java.time.Duration;

/**
 * How large and how old parts of the journal may become. Immutable.
 *
 * @param segmentBytes a segment that is larger is closed, and a new one begun; up to 1 GiB
 * @param segmentAge a segment that is older is closed with the next record
 * @param totalBytes if all segments together are larger, the oldest letters are archived, whatever
 *     their state
 * @param archiveBytes if all archives together are larger, the oldest are deleted
 */
public record JournalLimits(
    long segmentBytes, Duration segmentAge, long totalBytes, long archiveBytes) {
  /** Segments of 16 MiB that are written for a day at most; 4 GiB in all, and 1 GiB of archives. */
  public static final JournalLimits DEFAULT =
      new JournalLimits(16L << 20, Duration.ofDays(1), 4L << 30, 1L << 30);

  private static final long LARGEST_SEGMENT = 1L << 30;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is not positive, or segments are larger than 1 GiB
   */
  public JournalLimits {
    if (segmentBytes <= 0 || segmentBytes > LARGEST_SEGMENT) {
      throw new IllegalArgumentException(
          "segmentBytes = " + segmentBytes + ": must be between 1 and " + LARGEST_SEGMENT);
    }
    if (segmentAge.isNegative() || segmentAge.isZero()) {
      throw new IllegalArgumentException("segmentAge = " + segmentAge + ": must be positive");
    }
    if (totalBytes <= 0) {
      throw new IllegalArgumentException("totalBytes = " + totalBytes + ": must be positive");
    }
    if (archiveBytes <= 0) {
      throw new IllegalArgumentException("archiveBytes = " + archiveBytes + ": must be positive");
    }
  }
}
