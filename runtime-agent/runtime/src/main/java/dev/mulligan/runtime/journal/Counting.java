package dev.mulligan.runtime.journal;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterAge;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts letters from the index alone. */
final class Counting {
  private static final LetterReason[] REASONS = LetterReason.values();
  private static final int POISON = LetterReason.POISON.ordinal();
  private static final FailureType[] TYPES = FailureType.values();

  private final LetterIndex index;
  private final Map<LetterState, Long> byState = new EnumMap<>(LetterState.class);
  private final long[] byReason = new long[REASONS.length];
  private final long[] byType = new long[TYPES.length];
  private final long[] byCall;
  private final long[] byQueue;
  private final long[] poisonByCall;
  private final Map<LetterAge, Long> byAge = new EnumMap<>(LetterAge.class);
  private final Instant now = Time.now();
  private long joined;
  private long oldest = Long.MAX_VALUE;
  private long newest = Long.MIN_VALUE;

  private Counting(LetterIndex index) {
    this.index = index;
    this.byCall = new long[index.calls.size()];
    this.byQueue = new long[index.queues.size()];
    this.poisonByCall = new long[index.calls.size()];
    this.joined = index.joinedOfGone();
  }

  static LetterStats of(LetterIndex index) {
    Counting counting = new Counting(index);
    for (int row = 0; row < index.rows.end(); row++) {
      if (index.rows.isUsed(row)) {
        counting.add(row);
      }
    }
    return counting.stats();
  }

  private void add(int row) {
    LetterState state = index.state(row);
    byState.merge(state, 1L, Long::sum);
    joined += index.count(row) - 1;
    if (state == LetterState.STORED) {
      Rows.Chunk chunk = index.rows.chunk(row);
      int place = Rows.place(row);
      byReason[chunk.reason[place]]++;
      byType[chunk.type[place]]++;
      byCall[chunk.call[place]]++;
      poisonByCall[chunk.call[place]] += chunk.reason[place] == POISON ? 1 : 0;
      byQueue[chunk.queue[place]]++;
      oldest = Math.min(oldest, chunk.lastFailure[place]);
      newest = Math.max(newest, chunk.lastFailure[place]);
      byAge.merge(LetterAge.of(Instant.ofEpochMilli(chunk.lastFailure[place]), now), 1L, Long::sum);
    }
  }

  private LetterStats stats() {
    Map<LetterReason, Long> reasons = new EnumMap<>(LetterReason.class);
    for (int i = 0; i < byReason.length; i++) {
      put(reasons, REASONS[i], byReason[i]);
    }
    Map<FailureType, Long> types = new EnumMap<>(FailureType.class);
    for (int i = 0; i < byType.length; i++) {
      put(types, TYPES[i], byType[i]);
    }
    Map<String, Long> calls = new TreeMap<>();
    Map<String, Long> poison = new TreeMap<>();
    for (int i = 0; i < byCall.length; i++) {
      put(calls, index.calls.get(i).id(), byCall[i]);
      put(poison, index.calls.get(i).id(), poisonByCall[i]);
    }
    Map<String, Long> queues = new TreeMap<>();
    for (int i = 0; i < byQueue.length; i++) {
      put(queues, index.queues.get(i), byQueue[i]);
    }
    return new LetterStats(
        byState,
        reasons,
        types,
        calls,
        queues,
        poison,
        byAge,
        time(oldest),
        time(newest),
        joined,
        index.removed());
  }

  private static <K> void put(Map<K, Long> counts, K key, long count) {
    if (count > 0) {
      counts.merge(key, count, Long::sum);
    }
  }

  private static @Nullable Instant time(long millis) {
    return millis == Long.MAX_VALUE || millis == Long.MIN_VALUE
        ? null
        : Instant.ofEpochMilli(millis);
  }
}
