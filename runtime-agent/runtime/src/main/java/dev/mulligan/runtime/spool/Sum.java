package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.LetterStats;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds the numbers of two stores up. */
final class Sum {
  private Sum() {}

  static LetterStats of(LetterStats one, LetterStats other) {
    return new LetterStats(
        add(one.byState(), other.byState()),
        add(one.byReason(), other.byReason()),
        add(one.byType(), other.byType()),
        add(one.byCall(), other.byCall()),
        add(one.byQueue(), other.byQueue()),
        add(one.poisonByCall(), other.poisonByCall()),
        add(one.byAge(), other.byAge()),
        earlier(one.oldest(), other.oldest()),
        later(one.newest(), other.newest()),
        one.joined() + other.joined(),
        one.removed() + other.removed());
  }

  private static <K> Map<K, Long> add(Map<K, Long> one, Map<K, Long> other) {
    Map<K, Long> sum = new HashMap<>(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
