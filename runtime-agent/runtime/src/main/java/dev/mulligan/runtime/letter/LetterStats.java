package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Letters in numbers.
 *
 * @param total how many there are
 * @param byState how many of each state
 * @param byType how many of each type of failure, among those that wait
 * @param byCall how many of each method, among those that wait
 * @param byQueue how many in each queue, among those that wait
 * @param oldest the last failure of the oldest that waits, or null
 * @param newest the last failure of the newest that waits, or null
 */
public record LetterStats(
    int total,
    Map<LetterState, Integer> byState,
    Map<FailureType, Integer> byType,
    Map<String, Integer> byCall,
    Map<String, Integer> byQueue,
    @Nullable Instant oldest,
    @Nullable Instant newest) {

  /**
   * Counts letters.
   *
   * @param letters the letters
   * @return their numbers
   */
  public static LetterStats of(List<Letter> letters) {
    List<Letter> waiting =
        letters.stream().filter(letter -> letter.state() == LetterState.STORED).toList();
    return new LetterStats(
        letters.size(),
        count(letters, Letter::state),
        count(waiting, Letter::type),
        count(waiting, Letter::callId),
        count(waiting, Letter::queue),
        waiting.stream().map(Letter::lastFailure).min(Instant::compareTo).orElse(null),
        waiting.stream().map(Letter::lastFailure).max(Instant::compareTo).orElse(null));
  }

  private static <K> Map<K, Integer> count(List<Letter> letters, Function<Letter, K> by) {
    return letters.stream().collect(Collectors.toMap(by, letter -> 1, Integer::sum));
  }
}
