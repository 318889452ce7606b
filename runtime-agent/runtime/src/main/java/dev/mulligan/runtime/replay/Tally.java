package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds results up. Thread-safe. */
public final class Tally {
  private static final int MOST_PROBLEMS = 100;

  private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
  private final List<ReplayResult> problems = new ArrayList<>();

  /** Starts with no result. */
  public Tally() {}

  /**
   * Adds a result.
   *
   * @param result what came of a letter
   */
  public synchronized void add(ReplayResult result) {
    Outcome outcome = result.outcome();
    counts.merge(outcome, 1L, Long::sum);
    boolean isProblem = outcome != Outcome.REPLAYED && outcome != Outcome.FITS;
    if (isProblem && problems.size() < MOST_PROBLEMS) {
      problems.add(result);
    }
  }

  /** Counts the results of an outcome so far. */
  synchronized long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /**
   * Tells what has been added so far.
   *
   * @param stopped why no more is added, or empty
   * @return the numbers
   */
  public synchronized ReplayReport report(String stopped) {
    return new ReplayReport(counts, problems, stopped);
  }
}
