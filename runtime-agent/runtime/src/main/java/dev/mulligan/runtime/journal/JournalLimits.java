package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.policy.Durations;
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
          "a segment of " + segmentBytes + " bytes; from 1 to " + LARGEST_SEGMENT);
    }
    if (segmentAge.isNegative() || segmentAge.isZero()) {
      throw new IllegalArgumentException(
          "an age of " + Durations.format(segmentAge) + "; it must be positive");
    }
    if (totalBytes <= 0) {
      throw new IllegalArgumentException(
          "a journal of " + totalBytes + " bytes; it must be positive");
    }
    if (archiveBytes <= 0) {
      throw new IllegalArgumentException(
          "archives of " + archiveBytes + " bytes; they must be positive");
    }
  }

  /**
   * Changes one value.
   *
   * @param bytes how large a segment becomes
   * @return limits that are otherwise the same
   * @throws IllegalArgumentException if it is not positive, or more than 1 GiB
   */
  public JournalLimits withSegmentBytes(long bytes) {
    return new JournalLimits(bytes, segmentAge, totalBytes, archiveBytes);
  }

  /**
   * Changes one value.
   *
   * @param age how old a segment becomes
   * @return limits that are otherwise the same
   * @throws IllegalArgumentException if it is not positive
   */
  public JournalLimits withSegmentAge(Duration age) {
    return new JournalLimits(segmentBytes, age, totalBytes, archiveBytes);
  }

  /**
   * Changes one value.
   *
   * @param bytes how large all segments become
   * @return limits that are otherwise the same
   * @throws IllegalArgumentException if it is not positive
   */
  public JournalLimits withTotalBytes(long bytes) {
    return new JournalLimits(segmentBytes, segmentAge, bytes, archiveBytes);
  }

  /**
   * Changes one value.
   *
   * @param bytes how large all archives become
   * @return limits that are otherwise the same
   * @throws IllegalArgumentException if it is not positive
   */
  public JournalLimits withArchiveBytes(long bytes) {
    return new JournalLimits(segmentBytes, segmentAge, totalBytes, bytes);
  }
}
