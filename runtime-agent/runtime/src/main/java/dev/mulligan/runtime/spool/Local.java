package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The letters that wait for the remote store, in a local one.
 *
 * <p>Here no letter is taken into another: a letter that may be in the remote store already must
 * not change any more, or what was taken in would be lost when the remote store knows its id. So
 * each has an identity of its own, which is the true one and the letter's id. Thread-safe.
 */
final class Local {
  /** How long a letter that is under way is nobody else's, such as another process's. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final String OWNER = "spool";
  private static final char SEPARATOR = '/';

  private final DeadLetterStore store;

  Local(DeadLetterStore store) {
    this.store = store;
  }

  /**
   * Keeps a letter.
   *
   * @throws IOException if it is not surely kept, or has been claimed before: what became of it
   *     would be lost
   */
  void append(Letter letter, Duration limit) throws IOException {
    boolean isFresh = letter.status().equals(LetterStatus.FRESH.counted(more(letter)));
    if (!isFresh || !letter.equals(asItCame(letter))) {
      throw new IOException("a letter that has been replayed or claimed does not go to the spool");
    }
    Letter unused = store.append(alone(letter), limit);
  }

  private static Letter alone(Letter letter) {
    return letter.identity().isEmpty()
        ? letter
        : withIdentity(letter, letter.identity() + SEPARATOR + letter.id());
  }

  /** Without what the spool itself has done to it. */
  private static Letter asItCame(Letter letter) {
    LetterStatus status = LetterStatus.FRESH.counted(more(letter));
    return restored(letter)
        .with(letter.state() == LetterState.DISCARDED ? status.discarded() : status);
  }

  private static int more(Letter letter) {
    return letter.status().count() - 1;
  }

  private static Letter restored(Letter letter) {
    String end = SEPARATOR + letter.id();
    String identity = letter.identity();
    return identity.endsWith(end)
        ? withIdentity(letter, identity.substring(0, identity.length() - end.length()))
        : letter;
  }

  private static Letter withIdentity(Letter letter, String identity) {
    return new Letter(
        letter.id(),
        letter.callId(),
        letter.queue(),
        letter.reason(),
        letter.type(),
        letter.receiver(),
        letter.method(),
        letter.key(),
        identity,
        letter.arguments(),
        letter.failure(),
        letter.attempts(),
        letter.firstFailure(),
        letter.lastFailure(),
        letter.retainUntil(),
        letter.origin(),
        letter.status());
  }

  /** Finds a letter that waits, or was discarded here. */
  Optional<Letter> find(String id) throws IOException {
    return store
        .find(id)
        .filter(letter -> letter.state() != LetterState.REPLAYED)
        .map(Local::asItCame);
  }

  /** Tells whether a letter waits. */
  boolean waits(String id) throws IOException {
    return store.find(id).filter(letter -> letter.state() == LetterState.STORED).isPresent();
  }

  /** Lists letters that wait or were discarded here; those that have been moved are not listed. */
  List<Letter> list(LetterFilter filter, @Nullable String after, int limit) throws IOException {
    List<Letter> letters = new ArrayList<>();
    for (LetterState state : ownStates(filter)) {
      letters.addAll(store.list(filter.state(state), after, limit));
    }
    return letters.stream()
        .sorted(Comparator.comparing(Letter::id))
        .limit(limit)
        .map(Local::asItCame)
        .toList();
  }

  /** Those that a filter means; what is replayed for the local store was moved. */
  private static List<LetterState> ownStates(LetterFilter filter) {
    return Stream.of(LetterState.STORED, LetterState.DISCARDED)
        .filter(state -> filter.state() == null || filter.state() == state)
        .toList();
  }

  /** Marks a letter as not needed; false if somebody has it under way, or it does not wait. */
  boolean discard(String id) throws IOException {
    return store.discard(id);
  }

  /** Removes letters that wait or were discarded here, unless somebody has them under way. */
  long purge(LetterFilter filter) throws IOException {
    long removed = 0;
    for (LetterState state : ownStates(filter)) {
      removed += store.purge(filter.state(state));
    }
    return removed;
  }

  /** Lists all there is as it is kept here, what has been moved included. */
  List<Letter> everything(@Nullable String after, int limit) throws IOException {
    return store.list(LetterFilter.all(), after, limit);
  }

  /** Counts letters; what was moved is not among those that were removed. */
  LetterStats stats() throws IOException {
    return store.stats();
  }

  /** Takes a letter, in order to move it; empty if somebody else does, or it is gone. */
  Optional<Move> take(String id) throws IOException {
    return store
        .claim(id, OWNER, LEASE)
        .map(claimed -> new Move(asItCame(claimed), claimed.status().token()));
  }

  /**
   * A letter that is being moved.
   *
   * @param letter the letter as it came
   * @param token the fencing token of the claim
   */
  record Move(Letter letter, long token) {}

  /** Ends a move. */
  void end(Move move, boolean moved) throws IOException {
    Settlement how = moved ? Settlement.REPLAYED : Settlement.RELEASED;
    boolean unused = store.settle(move.letter().id(), move.token(), how);
  }

  /** Removes what has been moved. */
  void sweep() throws IOException {
    long unused = store.purge(LetterFilter.all().state(LetterState.REPLAYED));
  }

  void close() throws IOException {
    store.close();
  }
}
