package dev.mulligan.runtime.letter;

import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What came of a replay of many letters. Immutable.
 *
 * @param counts how many letters had each outcome
 * @param problems the first results that were neither {@link Outcome#REPLAYED} nor {@link
 *     Outcome#FITS}, at most a hundred
 * @param stopped why the work ended before all letters had their turn, or empty
 */
public record ReplayReport(Map<Outcome, Long> counts, List<ReplayResult> problems, String stopped) {

  /** Copies the collections. */
  public ReplayReport {
    counts = Map.copyOf(counts);
    problems = List.copyOf(problems);
  }

  /**
   * Counts the letters of an outcome.
   *
   * @param outcome the outcome
   * @return how many
   */
  public long count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /**
   * Counts the letters that had their turn.
   *
   * @return how many
   */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
