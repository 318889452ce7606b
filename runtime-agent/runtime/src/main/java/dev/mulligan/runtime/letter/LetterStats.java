package dev.mulligan.runtime.letter;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Letters in numbers. Immutable.
 *
 * @param byState how many letters of each state there are
 * @param byReason how many of each reason, among those that wait
 * @param byType how many of each type of failure, among those that wait
 * @param byCall how many of each method, among those that wait
 * @param byQueue how many in each queue, among those that wait
 * @param poisonByCall how many with {@link LetterReason#POISON} of each method, among those that
 *     wait
 * @param byAge how many of each age, among those that wait
 * @param oldest the last failure of the oldest that waits, or null
 * @param newest the last failure of the newest that waits, or null
 * @param joined how many failures were taken into a letter that waited already
 * @param removed how many letters are in the store no longer, because they were purged or their
 *     retention was over
 */
public record LetterStats(
    Map<LetterState, Long> byState,
    Map<LetterReason, Long> byReason,
    Map<FailureType, Long> byType,
    Map<String, Long> byCall,
    Map<String, Long> byQueue,
    Map<String, Long> poisonByCall,
    Map<LetterAge, Long> byAge,
    @Nullable Instant oldest,
    @Nullable Instant newest,
    long joined,
    long removed) {

  /** Copies the maps. */
  public LetterStats {
    byState = Map.copyOf(byState);
    byReason = Map.copyOf(byReason);
    byType = Map.copyOf(byType);
    byCall = Map.copyOf(byCall);
    byQueue = Map.copyOf(byQueue);
    poisonByCall = Map.copyOf(poisonByCall);
    byAge = Map.copyOf(byAge);
  }

  /**
   * Counts the letters that are there.
   *
   * @return all of them, whatever their state
   */
  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Counts the letters that wait.
   *
   * @return those that are neither replayed nor discarded
   */
  public long waiting() {
    return byState.getOrDefault(LetterState.STORED, 0L);
  }

  /**
   * Counts what ever came in: {@link #total()} + {@link #joined()} + {@link #removed()}.
   *
   * @return how many calls were kept since the store was created
   */
  public long received() {
    return total() + joined + removed;
  }

  /** Adds letters up. Not thread-safe. */
  public static final class Counting {
    private final Map<LetterState, Long> byState = new HashMap<>();
    private final Map<LetterReason, Long> byReason = new HashMap<>();
    private final Map<FailureType, Long> byType = new HashMap<>();
    private final Map<String, Long> byCall = new TreeMap<>();
    private final Map<String, Long> byQueue = new TreeMap<>();
    private final Map<String, Long> poisonByCall = new TreeMap<>();
    private final Map<LetterAge, Long> byAge = new HashMap<>();
    private final Instant now = Time.now();
    private @Nullable Instant oldest;
    private @Nullable Instant newest;

    /** Starts with no letter. Ages are those of this moment. */
    public Counting() {}

    /**
     * Adds a letter.
     *
     * @param letter the letter
     */
    public void add(Letter letter) {
      add(
          letter.state(),
          letter.reason(),
          letter.type(),
          letter.callId(),
          letter.queue(),
          letter.lastFailure());
    }

    /**
     * Adds a letter of which only this is known.
     *
     * @param state its state; only one that waits is counted by the rest
     * @param reason why it was kept
     * @param type the type of its last failure
     * @param callId the identity of its method
     * @param queue its queue
     * @param at when its call failed last
     */
    public void add(
        LetterState state,
        LetterReason reason,
        FailureType type,
        String callId,
        String queue,
        Instant at) {
      byState.merge(state, 1L, Long::sum);
      if (state != LetterState.STORED) {
        return;
      }
      byReason.merge(reason, 1L, Long::sum);
      byType.merge(type, 1L, Long::sum);
      byCall.merge(callId, 1L, Long::sum);
      byQueue.merge(queue, 1L, Long::sum);
      if (reason == LetterReason.POISON) {
        poisonByCall.merge(callId, 1L, Long::sum);
      }
      byAge.merge(LetterAge.of(at, now), 1L, Long::sum);
      oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
      newest = newest == null || at.isAfter(newest) ? at : newest;
    }

    /**
     * Ends the counting.
     *
     * @param joined how many failures were taken into a letter that waited already
     * @param removed how many letters are in the store no longer
     * @return the numbers
     */
    public LetterStats stats(long joined, long removed) {
      return new LetterStats(
          byState,
          byReason,
          byType,
          byCall,
          byQueue,
          poisonByCall,
          byAge,
          oldest,
          newest,
          joined,
          removed);
    }
  }
}
