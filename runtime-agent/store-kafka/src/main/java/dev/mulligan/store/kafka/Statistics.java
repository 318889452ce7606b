package dev.mulligan.store.kafka;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterAge;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts entries of the index. Not thread-safe. */
final class Statistics {
  private final Map<LetterState, Long> byState = new EnumMap<>(LetterState.class);
  private final Map<LetterReason, Long> byReason = new EnumMap<>(LetterReason.class);
  private final Map<FailureType, Long> byType = new EnumMap<>(FailureType.class);
  private final Map<String, Long> byCall = new HashMap<>();
  private final Map<String, Long> byQueue = new HashMap<>();
  private final Map<String, Long> poisonByCall = new HashMap<>();
  private final Map<LetterAge, Long> byAge = new EnumMap<>(LetterAge.class);
  private final Instant now = Time.now();
  private @Nullable Instant oldest;
  private @Nullable Instant newest;

  void add(Entry entry) {
    LetterState state = entry.status().state();
    byState.merge(state, 1L, Long::sum);
    if (state == LetterState.STORED) {
      byReason.merge(entry.reason(), 1L, Long::sum);
      byType.merge(entry.type(), 1L, Long::sum);
      byCall.merge(entry.callId, 1L, Long::sum);
      byQueue.merge(entry.queue(), 1L, Long::sum);
      if (entry.reason() == LetterReason.POISON) {
        poisonByCall.merge(entry.callId, 1L, Long::sum);
      }
      Instant at = entry.lastFailure();
      byAge.merge(LetterAge.of(at, now), 1L, Long::sum);
      oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
      newest = newest == null || at.isAfter(newest) ? at : newest;
    }
  }

  LetterStats stats(long joined, long removed) {
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
