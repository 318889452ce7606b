package dev.mulligan.runtime.admin.letters;

import static dev.mulligan.runtime.admin.letters.LetterRequest.FILTER;

import dev.mulligan.runtime.admin.socket.Command;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.replay.ReplayFailure;
import dev.mulligan.runtime.time.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of letters, and done with them, without the application's code. Thread-safe.
 *
 * <p>All requests are small and hold only data. Answers come in pages: {@code after} in an answer
 * is the {@code after} of the request for the next page, and is missing on the last one.
 */
public final class LetterCommands {
  /** The fields of requests that may hold a person's data or a secret, and belong into no log. */
  public static final Set<String> HIDDEN = LetterRequest.HIDDEN;

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  /** Of letters as JSON, so many characters in an answer; one letter is answered in any case. */
  private static final int MOST_TEXT = 4 << 20;

  private static final Set<String> PAGED = Set.of("after", "limit");

  private final DeadLetters letters;
  private final Function<String, @Nullable ReplayFailure> replayFailures;

  /**
   * Creates the commands where nothing is replayed.
   *
   * @param letters what they are about
   */
  public LetterCommands(DeadLetters letters) {
    this(letters, id -> null);
  }

  /**
   * Creates the commands.
   *
   * @param letters what they are about
   * @param replayFailures tells by a letter's id why its last replay failed, or null if that is not
   *     known
   */
  public LetterCommands(
      DeadLetters letters, Function<String, @Nullable ReplayFailure> replayFailures) {
    this.letters = letters;
    this.replayFailures = replayFailures;
  }

  /**
   * Lists the commands.
   *
   * @return by their names
   */
  public Map<String, Command> all() {
    return Map.of(
        "letters.list", this::list,
        "letters.show", this::show,
        "letters.stats", request -> LetterEntries.of(letters.stats()),
        "letters.count", this::count,
        "letters.export", this::export,
        "letters.discard", this::discard,
        "letters.purge", this::purge);
  }

  private Map<String, @Nullable Object> list(Map<String, @Nullable Object> fields) {
    LetterRequest request = new LetterRequest(fields, FILTER, PAGED);
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    String next = visit(request, request.filter(), letter -> entries.add(entry(letter)));
    return answer("letters", entries, next);
  }

  private Map<String, @Nullable Object> entry(Letter letter) {
    Map<String, @Nullable Object> entry = LetterEntries.of(letter);
    entry.put("lastReplay", lastReplay(letter));
    return entry;
  }

  private @Nullable Map<String, @Nullable Object> lastReplay(Letter letter) {
    ReplayFailure failure =
        letter.status().replays() == 0 ? null : replayFailures.apply(letter.id());
    return failure == null ? null : LetterEntries.of(failure);
  }

  /** Null is the answer where counting takes too long. */
  private Map<String, @Nullable Object> count(Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("letters", Expectation.of(letters, new LetterRequest(fields, FILTER).filter()));
    return answer;
  }

  private Map<String, @Nullable Object> export(Map<String, @Nullable Object> fields) {
    LetterRequest request = new LetterRequest(fields, FILTER, PAGED);
    List<String> lines = new ArrayList<>();
    int[] length = {0};
    String next =
        visit(
            request,
            request.filter(),
            letter -> {
              String line = LetterJson.write(letter);
              length[0] += line.length();
              return (length[0] <= MOST_TEXT || lines.isEmpty()) && lines.add(line);
            });
    return answer("letters", lines, next);
  }

  /** Shows a page; returns what the next one comes after, or null. */
  private @Nullable String visit(
      LetterRequest request, LetterFilter filter, Predicate<Letter> visitor) {
    int most = Math.min(LARGEST_PAGE, request.count("limit", 1, PAGE));
    return new LetterWalk(letters).visit(filter, request.id("after"), most, visitor);
  }

  private static Map<String, @Nullable Object> answer(
      String key, Object value, @Nullable String after) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put(key, value);
    if (after != null) {
      answer.put("after", after);
    }
    return answer;
  }

  /** As a text: numbers must arrive as they were written. */
  private Map<String, @Nullable Object> show(Map<String, @Nullable Object> fields) {
    LetterRequest request = new LetterRequest(fields, Set.of("id"));
    Letter letter = byPrefix(letters, request.required("id"));
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("letter", LetterJson.write(letter));
    Map<String, @Nullable Object> lastReplay = lastReplay(letter);
    if (lastReplay != null) {
      answer.put("lastReplay", lastReplay);
    }
    return answer;
  }

  /** Identities sort as they begin, so that the letters meant follow one another. */
  static Letter byPrefix(DeadLetters letters, String given) {
    String prefix = given.toLowerCase(Locale.ROOT);
    List<Letter> found = new ArrayList<>();
    if (LetterRequest.isBeginOfId(prefix)) {
      String first = prefix + "0".repeat(LetterRequest.DIGITS - prefix.length());
      letters.find(first).ifPresent(found::add);
      found.addAll(letters.list(LetterFilter.all(), first, 2));
      found.removeIf(letter -> !letter.id().startsWith(prefix));
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no letter " + prefix);
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "more than one letter begins with "
              + prefix
              + ": "
              + found.get(0).id()
              + ", "
              + found.get(1).id());
    }
    return found.get(0);
  }

  /** Discards one letter, or a page of those that a filter means. */
  private Map<String, @Nullable Object> discard(Map<String, @Nullable Object> fields) {
    LetterRequest request = new LetterRequest(fields, FILTER, PAGED, Set.of("id", "all"));
    if (request.has("id")) {
      return discardOne(request.required("id"));
    }
    if (!request.hasFilter() && !request.flag("all")) {
      throw new IllegalArgumentException("which letters: \"id\", a filter, or \"all\": true");
    }
    LetterFilter filter = request.filter().state(LetterState.STORED);
    Map<Boolean, Long> counts = new HashMap<>();
    String next =
        visit(request, filter, letter -> counts.merge(discardIfWaiting(letter), 1L, Long::sum) > 0);
    Map<String, @Nullable Object> answer = answer("discarded", counts.getOrDefault(true, 0L), next);
    answer.put("skipped", counts.getOrDefault(false, 0L));
    return answer;
  }

  private Map<String, @Nullable Object> discardOne(String prefix) {
    try {
      letters.discard(byPrefix(letters, prefix).id());
    } catch (IllegalStateException notNow) {
      throw new IllegalArgumentException(notNow.getMessage(), notNow);
    }
    return Map.of("discarded", 1, "skipped", 0);
  }

  private boolean discardIfWaiting(Letter letter) {
    try {
      letters.discard(letter.id());
      return true;
    } catch (IllegalArgumentException | IllegalStateException notAnyMore) {
      return false;
    }
  }

  /** Without a filter, removes what nobody needs any more. */
  private Map<String, @Nullable Object> purge(Map<String, @Nullable Object> fields) {
    LetterRequest request = new LetterRequest(fields, FILTER, Set.of("all"));
    if (request.hasFilter() || request.flag("all")) {
      return Map.of("purged", letters.purge(request.filter()));
    }
    long purged =
        letters.purge(LetterFilter.all().state(LetterState.REPLAYED))
            + letters.purge(LetterFilter.all().state(LetterState.DISCARDED))
            + letters.purge(LetterFilter.all().expiredAt(Time.now()));
    return Map.of("purged", purged);
  }
}
