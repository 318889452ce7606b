package dev.mulligan.store.kafka;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a letter: where its text is, what filters ask for, and which records are
 * to be erased with it. Not thread-safe.
 */
final class Entry {
  /** How many joined calls a letter knows again. */
  static final int MEMORY = 256;

  final Key key;
  final String callId;
  final String receiver;
  final String method;
  final @Nullable String letterKey;
  final String identity;

  /** Offsets of records that say again what was known: this letter, or one that was joined. */
  final LongList again = new LongList();

  /** Offsets of further letters that were joined. */
  final LongList letters = new LongList();

  /** Tickets of changes, removals aside. */
  final LongList changes = new LongList();

  private final long first;
  private @Nullable Deque<String> joined;
  private String queue;
  private LetterReason reason;
  private FailureType type;
  private Instant lastFailure;
  private Instant retainUntil;
  private long last;
  private LetterStatus status;

  Entry(Key key, long offset, Letter letter, UnaryOperator<String> share) {
    this.key = key;
    this.first = offset;
    this.last = offset;
    this.callId = share.apply(letter.callId());
    this.receiver = share.apply(letter.receiver());
    this.method = share.apply(letter.method());
    this.queue = share.apply(letter.queue());
    this.letterKey = letter.key();
    this.identity = letter.identity();
    this.reason = letter.reason();
    this.type = letter.type();
    this.lastFailure = letter.lastFailure();
    this.retainUntil = letter.retainUntil();
    this.status = letter.status();
  }

  /**
   * Takes another call in.
   *
   * @return the id that is not known again from now on, or null
   */
  @Nullable String join(long offset, Letter again, UnaryOperator<String> share) {
    letters.add(offset);
    last = offset;
    queue = share.apply(again.queue());
    reason = again.reason();
    type = again.type();
    lastFailure = again.lastFailure();
    retainUntil = again.retainUntil();
    status = status.counted(again.status().count());
    joined = joined == null ? new ArrayDeque<>(2) : joined;
    joined.add(again.id());
    return joined.size() > MEMORY ? joined.poll() : null;
  }

  /** Changes the status, if the change holds. */
  boolean apply(Change change) {
    LetterStatus next = next(change);
    if (next == null) {
      return false;
    }
    status = next;
    return true;
  }

  private @Nullable LetterStatus next(Change change) {
    if (change instanceof Change.Claim claim) {
      boolean free = status.isFree(claim.at()) && claim.token() > status.token();
      return free
          ? new LetterStatus(
              status.state(),
              status.count(),
              status.replays(),
              claim.token(),
              claim.owner(),
              claim.until())
          : null;
    } else if (change instanceof Change.Renew renew) {
      return status.isHeldWith(renew.token()) ? status.renewed(renew.until()) : null;
    } else if (change instanceof Change.Settle settle) {
      return status.isHeldWith(settle.token()) ? status.settled(settle.how()) : null;
    } else if (change instanceof Change.Discard discard) {
      return status.isFree(discard.at()) ? status.discarded() : null;
    }
    return null;
  }

  /** Gives what removes the letter as it is now. */
  Change.Remove removal(Instant at) {
    Instant until = retainUntil.isAfter(at) ? retainUntil : at;
    return new Change.Remove(at, status.count(), until, List.copyOf(joinedIds()));
  }

  /** Tells whether another call may be taken in. Asks no clock: all readers must agree. */
  boolean isHost() {
    return status.state() == LetterState.STORED && status.owner() == null;
  }

  void count(LetterStats.Counting counting) {
    counting.add(status.state(), reason, type, callId, queue, lastFailure);
  }

  /** Applies all conditions but the one about the text. */
  boolean matches(LetterFilter filter) {
    return (filter.state() == null || filter.state() == status.state())
        && (filter.queue() == null || filter.queue().equals(queue))
        && (filter.type() == null || filter.type() == type)
        && (filter.callId() == null || filter.callId().equals(callId))
        && (filter.key() == null || filter.key().equals(letterKey))
        && filter.matchesMethod(receiver, method)
        && filter.matchesTimes(lastFailure, retainUntil);
  }

  LetterStatus status() {
    return status;
  }

  String queue() {
    return queue;
  }

  LetterReason reason() {
    return reason;
  }

  FailureType type() {
    return type;
  }

  Instant lastFailure() {
    return lastFailure;
  }

  Collection<String> joinedIds() {
    return joined == null ? List.of() : joined;
  }

  View view() {
    return new View(key.id(), first, last, status);
  }
}
