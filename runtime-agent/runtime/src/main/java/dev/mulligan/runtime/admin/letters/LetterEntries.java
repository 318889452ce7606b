package dev.mulligan.runtime.admin.letters;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.log.Text;
import dev.mulligan.runtime.replay.ReplayFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Letters, numbers and results as entries of answers. */
final class LetterEntries {
  private LetterEntries() {}

  /** What a list shows of a letter: no argument, and of the failure the first line. */
  static Map<String, @Nullable Object> of(Letter letter) {
    LetterStatus status = letter.status();
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("id", letter.id());
    entry.put("state", letter.state());
    entry.put("lastFailure", letter.lastFailure());
    entry.put("count", status.count());
    entry.put("replays", status.replays());
    entry.put("queue", letter.queue());
    entry.put("type", letter.type());
    entry.put("method", simpleName(letter.receiver()) + "." + letter.method());
    entry.put("call", letter.callId());
    entry.put("key", letter.key());
    entry.put("failure", letter.failure().lines().findFirst().orElse(""));
    entry.put("replayable", letter.replayable());
    entry.put("owner", status.owner());
    return entry;
  }

  private static String simpleName(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }

  static Map<String, @Nullable Object> of(LetterStats stats) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("total", stats.total());
    entry.put("waiting", stats.waiting());
    entry.put("received", stats.received());
    entry.put("joined", stats.joined());
    entry.put("removed", stats.removed());
    entry.put("byState", new TreeMap<>(stats.byState()));
    entry.put("byReason", new TreeMap<>(stats.byReason()));
    entry.put("byType", new TreeMap<>(stats.byType()));
    entry.put("byQueue", new TreeMap<>(stats.byQueue()));
    entry.put("byCall", new TreeMap<>(stats.byCall()));
    entry.put("poisonByCall", new TreeMap<>(stats.poisonByCall()));
    entry.put("byAge", new TreeMap<>(stats.byAge()));
    entry.put("oldest", stats.oldest());
    entry.put("newest", stats.newest());
    return entry;
  }

  static Map<String, @Nullable Object> of(ReplayFailure failure) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("at", failure.at());
    entry.put("type", failure.type());
    entry.put("failure", failure.text());
    return entry;
  }

  /** What came of a letter; {@code described} is its failure without the call's secrets. */
  static Map<String, @Nullable Object> of(ReplayResult result, @Nullable ReplayFailure described) {
    Throwable failure = result.failure();
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("letter", result.letterId());
    entry.put("outcome", result.outcome());
    entry.put("failure", failure == null ? null : text(result, failure, described));
    return entry;
  }

  /** What keeps a letter from being called is said by the message alone. */
  private static String text(
      ReplayResult result, Throwable failure, @Nullable ReplayFailure described) {
    if (result.outcome() == Outcome.FAILED) {
      // The message of the call's own exception may tell a secret argument.
      return described == null
          ? failure.getClass().getName()
          : Text.oneLine(described.text().lines().findFirst().orElse(""));
    }
    String message = failure.getMessage();
    return message == null ? Text.summary(failure) : Text.oneLine(message);
  }
}
