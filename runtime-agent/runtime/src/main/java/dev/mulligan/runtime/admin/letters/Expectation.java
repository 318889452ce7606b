package dev.mulligan.runtime.admin.letters;

import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.time.Time;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many letters a filter means: for a progress bar, so that it must cost little beside the work.
 * The store's numbers tell where they can; else letters are looked at, as long as these are not too
 * many.
 */
final class Expectation {
  /** If more letters than this could be meant, nobody counts them. */
  static final long MOST_LOOKED_AT = 50_000;

  private static final long LONGEST_NANOS = 2_000_000_000L;

  private final DeadLetters letters;
  private final LetterFilter filter;
  private final LetterFilter rest;
  private final LetterStats stats;

  private Expectation(DeadLetters letters, LetterFilter filter) {
    this.letters = letters;
    this.filter = filter;
    this.rest = filter.state(null);
    this.stats = letters.stats();
  }

  /**
   * Counts.
   *
   * @return how many letters there are now, or null if that takes too long to find out
   */
  static @Nullable Long of(DeadLetters letters, LetterFilter filter) {
    return new Expectation(letters, filter).count();
  }

  private @Nullable Long count() {
    long most = most();
    if (most == 0 || isExact()) {
      return most;
    }
    return most > MOST_LOOKED_AT ? null : look();
  }

  /** The numbers are of one condition each, and of those that wait, but for the state's own. */
  private boolean isExact() {
    LetterFilter all = LetterFilter.all();
    return rest.equals(all)
        || (filter.state() == LetterState.STORED
            && (rest.equals(all.type(rest.type()))
                || rest.equals(all.queue(rest.queue()))
                || rest.equals(all.callId(rest.callId()))));
  }

  private long most() {
    LetterState state = filter.state();
    if (state == null) {
      return stats.total();
    }
    long most = stats.byState().getOrDefault(state, 0L);
    if (state == LetterState.STORED) {
      most = Math.min(most, number(stats.byType(), filter.type(), most));
      most = Math.min(most, number(stats.byQueue(), filter.queue(), most));
      most = Math.min(most, number(stats.byCall(), filter.callId(), most));
    }
    return most;
  }

  private static <K> long number(Map<K, Long> counts, @Nullable K wanted, long absent) {
    return wanted == null ? absent : counts.getOrDefault(wanted, 0L);
  }

  private @Nullable Long look() {
    long began = Time.nanoTime();
    long[] count = {0};
    String more =
        new LetterWalk(letters)
            .visit(
                filter,
                null,
                Integer.MAX_VALUE,
                letter -> {
                  count[0]++;
                  return Time.nanoTime() - began <= LONGEST_NANOS;
                });
    return more == null ? count[0] : null;
  }
}
