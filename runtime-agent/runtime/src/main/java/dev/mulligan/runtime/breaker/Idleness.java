package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Since when a breaker has seen no result.
 *
 * @param identity of the period that was looked at
 * @param results how many results it had seen
 * @param since the monotonic clock when that was first noticed
 */
record Idleness(int identity, long results, long since) {
  /** After an hour without a call, what a breaker knows is worth no more than a new one's guess. */
  private static final long STALE = 3_600_000_000_000L;

  /** Gives back the earlier one if nothing has happened since. */
  static Idleness of(State state, @Nullable Idleness before) {
    Closed counting = state.counting();
    long results = counting == null ? 0 : counting.results();
    int identity = System.identityHashCode(state);
    return before != null && before.identity == identity && before.results == results
        ? before
        : new Idleness(identity, results, Time.nanoTime());
  }

  /** Healthy breakers may go at once, others when they are stale and would let a call pass. */
  boolean mayGo(State state) {
    if (state.isForced()) {
      return false;
    }
    Closed counting = state.counting();
    if (counting != null) {
      Rates rates = counting.rates();
      if (rates.failures() == 0 && rates.slow() == 0) {
        return true;
      }
    }
    return Time.nanoTime() - since >= STALE && !state.refusesAfter(0);
  }
}
