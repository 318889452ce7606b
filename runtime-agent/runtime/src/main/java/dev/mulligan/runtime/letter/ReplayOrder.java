package dev.mulligan.runtime.letter;

/**
 * Which letters are to be replayed, and how carefully. Immutable.
 *
 * @param filter which letters; only those that wait are called
 * @param perSecond how many calls begin in a second at most; 0 for no limit; at most a million
 * @param canary how many letters must be replayed without a failure before the others follow; 0 for
 *     none
 * @param stopOnFailure whether the first failure ends the work
 * @param dryRun whether the letters are only tried on: receiver, method and arguments are found and
 *     read, nothing is called, nothing is claimed or written
 * @param limit how many letters at most; 0 for no limit
 */
public record ReplayOrder(
    LetterFilter filter,
    double perSecond,
    int canary,
    boolean stopOnFailure,
    boolean dryRun,
    int limit) {

  private static final double FASTEST = 1_000_000;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if one is negative, or {@code perSecond} is not a number or
   *     more than a million
   */
  public ReplayOrder {
    // Written so that NaN is refused.
    if (!(perSecond >= 0 && perSecond <= FASTEST)) {
      throw new IllegalArgumentException(
          "perSecond = " + perSecond + ": must be between 0 and a million");
    }
    if (canary < 0) {
      throw new IllegalArgumentException("canary = " + canary + ": must not be negative");
    }
    if (limit < 0) {
      throw new IllegalArgumentException("limit = " + limit + ": must not be negative");
    }
  }

  /**
   * Orders a replay without limits.
   *
   * @param filter which letters
   * @return an order that can be narrowed
   */
  public static ReplayOrder of(LetterFilter filter) {
    return new ReplayOrder(filter, 0, 0, false, false, 0);
  }

  /**
   * Limits the rate.
   *
   * @param most how many calls begin in a second at most; 0 for no limit
   * @return a new order
   * @throws IllegalArgumentException if it is negative, not a number, or more than a million
   */
  public ReplayOrder perSecond(double most) {
    return new ReplayOrder(filter, most, canary, stopOnFailure, dryRun, limit);
  }

  /**
   * Tries a few letters first.
   *
   * @param letters how many must be replayed without a failure before the others follow
   * @return a new order
   * @throws IllegalArgumentException if it is negative
   */
  public ReplayOrder canary(int letters) {
    return new ReplayOrder(filter, perSecond, letters, stopOnFailure, dryRun, limit);
  }

  /**
   * Ends the work with the first failure.
   *
   * @return a new order
   */
  public ReplayOrder stoppingOnFailure() {
    return new ReplayOrder(filter, perSecond, canary, true, dryRun, limit);
  }

  /**
   * Only tries the letters on.
   *
   * @return a new order
   */
  public ReplayOrder dry() {
    return new ReplayOrder(filter, perSecond, canary, stopOnFailure, true, limit);
  }

  /**
   * Limits the number.
   *
   * @param most how many letters at most; 0 for no limit
   * @return a new order
   * @throws IllegalArgumentException if it is negative
   */
  public ReplayOrder limit(int most) {
    return new ReplayOrder(filter, perSecond, canary, stopOnFailure, dryRun, most);
  }
}
