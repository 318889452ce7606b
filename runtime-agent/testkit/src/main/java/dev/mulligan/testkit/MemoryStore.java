package dev.mulligan.testkit;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps letters in memory, for the tests that {@link MulliganTest} runs. Thread-safe. */
final class MemoryStore implements DeadLetterStore {
  private final TreeMap<String, Letter> letters = new TreeMap<>();

  /** The ids of letters that were taken into others, with the ids of these. */
  private final Map<String, String> hosts = new HashMap<>();

  private long joined;
  private long removed;
  private boolean closed;

  @Override
  public synchronized Letter append(Letter letter, Duration limit) throws IOException {
    checkOpen();
    String known = hosts.getOrDefault(letter.id(), letter.id());
    Letter kept = letters.get(known);
    if (kept != null) {
      return kept;
    }
    joined += letter.status().count() - 1;
    Letter host = letter.identity().isEmpty() ? null : host(letter.identity());
    if (host == null) {
      letters.put(letter.id(), letter);
      return letter;
    }
    joined++;
    hosts.put(letter.id(), host.id());
    Letter together = host.joined(letter);
    letters.put(host.id(), together);
    return together;
  }

  private @Nullable Letter host(String identity) {
    return letters.values().stream()
        .filter(letter -> letter.identity().equals(identity))
        .filter(letter -> letter.state() == LetterState.STORED && letter.status().owner() == null)
        .findFirst()
        .orElse(null);
  }

  @Override
  public synchronized Optional<Letter> find(String id) throws IOException {
    checkOpen();
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public synchronized List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    checkOpen();
    return (after == null ? letters : letters.tailMap(after, false))
        .values().stream().filter(filter::matches).limit(limit).toList();
  }

  @Override
  public synchronized LetterStats stats() throws IOException {
    checkOpen();
    LetterStats.Counting counting = new LetterStats.Counting();
    letters.values().forEach(counting::add);
    return counting.stats(joined, removed);
  }

  @Override
  public synchronized Optional<Letter> claim(String id, String owner, Duration lease)
      throws IOException {
    checkOpen();
    return isFree(letters.get(id))
        ? Optional.of(change(id, status -> status.claimed(owner, Time.now().plus(lease))))
        : Optional.empty();
  }

  @Override
  public synchronized boolean renew(String id, long token, Duration lease) throws IOException {
    checkOpen();
    boolean valid = isValid(letters.get(id), token);
    if (valid) {
      change(id, status -> status.renewed(Time.now().plus(lease)));
    }
    return valid;
  }

  @Override
  public synchronized boolean settle(String id, long token, Settlement how) throws IOException {
    checkOpen();
    boolean valid = isValid(letters.get(id), token);
    if (valid) {
      change(id, status -> status.settled(how));
    }
    return valid;
  }

  @Override
  public synchronized boolean discard(String id) throws IOException {
    checkOpen();
    boolean free = isFree(letters.get(id));
    if (free) {
      change(id, LetterStatus::discarded);
    }
    return free;
  }

  @Override
  public synchronized long purge(LetterFilter filter) throws IOException {
    checkOpen();
    int before = letters.size();
    letters
        .values()
        .removeIf(letter -> filter.matches(letter) && !letter.status().isLeased(Time.now()));
    int gone = before - letters.size();
    removed += gone;
    return gone;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private static boolean isFree(@Nullable Letter letter) {
    return letter != null && letter.status().isFree(Time.now());
  }

  private static boolean isValid(@Nullable Letter letter, long token) {
    return letter != null && letter.status().isHeldWith(token);
  }

  private Letter change(String id, UnaryOperator<LetterStatus> change) {
    Letter letter = Objects.requireNonNull(letters.get(id));
    Letter changed = letter.with(change.apply(letter.status()));
    letters.put(id, changed);
    return changed;
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the store is closed");
    }
  }
}
