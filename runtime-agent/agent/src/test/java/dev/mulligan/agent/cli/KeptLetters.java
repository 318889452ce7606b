package dev.mulligan.agent.cli;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Letters in memory, two hours old and younger. */
final class KeptLetters implements DeadLetterStore {
  /** When the letter with number 0 failed; each next one fails a second later. */
  static final Instant THEN =
      Instant.now().minus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);

  static final String BOOK = "dev.mulligan.agent.cli.Shop#book(long,java.lang.String)";

  private final NavigableMap<String, Letter> letters = new TreeMap<>();
  private long removed;

  static String id(int number) {
    return String.format("%012x%016x", THEN.plusSeconds(number).toEpochMilli(), number);
  }

  /** Keeps a call of {@code Shop.book(number, …)}. */
  void add(int number, String queue, String failure) {
    Instant at = THEN.plusSeconds(number);
    append(
        new Letter(
            id(number),
            BOOK,
            queue,
            LetterReason.FAILED,
            FailureType.NETWORK,
            Shop.class.getName(),
            "book",
            "tenant " + number,
            "",
            List.of(
                new LetterArgument("cents", "long", Integer.toString(number), ""),
                new LetterArgument("pin", "java.lang.String", "\"x\"", "")),
            failure,
            List.of(new LetterAttempt(1, at, Duration.ZERO, FailureType.NETWORK, failure)),
            at,
            at,
            at.plus(30, ChronoUnit.DAYS),
            new LetterOrigin("main", "localhost", "1.2", null, Map.of("user", "ada")),
            LetterStatus.FRESH),
        Duration.ZERO);
  }

  synchronized LetterStatus status(int number) {
    return letters.get(id(number)).status();
  }

  synchronized void clear() {
    letters.clear();
    removed = 0;
  }

  @Override
  public Letter append(Letter letter, Duration limit) {
    return put(letter);
  }

  private synchronized Letter put(Letter letter) {
    letters.put(letter.id(), letter);
    return letter;
  }

  @Override
  public synchronized Optional<Letter> find(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public synchronized List<Letter> list(LetterFilter filter, @Nullable String after, int limit) {
    return (after == null ? letters : letters.tailMap(after, false))
        .values().stream().filter(filter::matches).limit(limit).toList();
  }

  @Override
  public synchronized LetterStats stats() {
    LetterStats.Counting counting = new LetterStats.Counting();
    letters.values().forEach(counting::add);
    return counting.stats(0, removed);
  }

  private synchronized Optional<Letter> change(
      String id, boolean isAllowed, UnaryOperator<LetterStatus> change) {
    return isAllowed
        ? find(id).map(letter -> put(letter.with(change.apply(letter.status()))))
        : Optional.empty();
  }

  private boolean isFree(String id) {
    return find(id).filter(letter -> letter.status().isFree(Instant.now())).isPresent();
  }

  private boolean isHeld(String id, long token) {
    return find(id).filter(letter -> letter.status().isHeldWith(token)).isPresent();
  }

  @Override
  public synchronized Optional<Letter> claim(String id, String owner, Duration lease) {
    return change(id, isFree(id), status -> status.claimed(owner, Instant.now().plus(lease)));
  }

  @Override
  public synchronized boolean renew(String id, long token, Duration lease) {
    return change(id, isHeld(id, token), status -> status.renewed(Instant.now().plus(lease)))
        .isPresent();
  }

  @Override
  public synchronized boolean settle(String id, long token, Settlement how) {
    return change(id, isHeld(id, token), status -> status.settled(how)).isPresent();
  }

  @Override
  public synchronized boolean discard(String id) {
    return change(id, isFree(id), LetterStatus::discarded).isPresent();
  }

  @Override
  public synchronized long purge(LetterFilter filter) {
    List<Letter> gone = list(filter, null, Integer.MAX_VALUE);
    gone.forEach(letter -> letters.remove(letter.id()));
    removed += gone.size();
    return gone.size();
  }

  @Override
  public void close() {}
}
