package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Again;
import dev.mulligan.runtime.journal.Record.Call;
import dev.mulligan.runtime.journal.Record.Change;
import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.journal.Record.Head;
import dev.mulligan.runtime.journal.Record.Totals;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each letter is and what became of it. Records may come in any order: those of one letter
 * may be in several segments. Not thread-safe.
 */
final class LetterIndex {
  private static final LetterState[] STATES = LetterState.values();

  final Rows rows = new Rows();
  final RowOrder order = new RowOrder(rows);
  final Numbered<Call> calls = new Numbered<>();
  final Numbered<String> queues = new Numbered<>();
  final SegmentUse segments = new SegmentUse();

  private final RowMap byId = new RowMap(rows::idRest);
  private final RowMap byIdentity = new RowMap(rows::identity);
  private final Map<Integer, Lease> leases = new HashMap<>();
  private final Map<String, List<Early>> early = new HashMap<>();
  private Set<String> gone = new HashSet<>();
  private Set<String> goneBefore = new HashSet<>();
  private long joinedOfGone;
  private long removed;

  private record Lease(String owner, Instant until) {}

  /** A record that came before its letter. */
  private record Early(Record record, Position at) {}

  /** Takes a record in; one that is known already changes nothing. */
  void apply(Record record, Position at) {
    if (record instanceof Head head) {
      add(head, at);
    } else if (record instanceof Again again) {
      int row = find(again.into());
      if (row == Rows.NONE) {
        later(again.into(), record, at);
      } else {
        join(row, again, at);
      }
    } else if (record instanceof Change change) {
      int row = find(change.id());
      if (row == Rows.NONE) {
        later(change.id(), record, at);
      } else {
        change(row, change, at);
      }
    } else if (record instanceof Gone last) {
      remove(last);
    } else if (record instanceof Totals totals) {
      joinedOfGone += totals.joined();
      removed += totals.removed();
    }
  }

  /** Keeps what is about a letter for when that comes, unless it is gone and never comes. */
  private void later(String id, Record record, Position at) {
    if (isGone(id)) {
      return;
    }
    early.computeIfAbsent(id, unused -> new ArrayList<>(1)).add(new Early(record, at));
  }

  private void add(Head head, Position at) {
    LetterId id = LetterId.of(head.id());
    if (find(id) != Rows.NONE || isGone(head.id())) {
      return;
    }
    int row = rows.add();
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    chunk.idTime[place] = id.time();
    chunk.idRest[place] = id.rest();
    chunk.identity[place] = Packed.identity(head.identity());
    chunk.call[place] = calls.number(head.call());
    chunk.key[place] = Packed.key(head.key());
    chunk.segment[place] = segments.number(at.segment());
    chunk.offset[place] = at.offset();
    chunk.length[place] = at.length();
    chunk.againSegment[place] = Rows.NONE;
    chunk.changeSegment[place] = Rows.NONE;
    chunk.number[place] = 0;
    chunk.covered[place] = head.status().count();
    chunk.count[place] = head.status().count();
    describe(chunk, place, head);
    set(row, head.status());
    segments.need(chunk.segment[place], at.length());
    byId.add(row);
    order.add(row);
    makeTarget(row);
    List<Early> waiting = early.isEmpty() ? null : early.remove(head.id());
    if (waiting != null) {
      waiting.forEach(one -> apply(one.record(), one.at()));
    }
  }

  private void describe(Rows.Chunk chunk, int place, Head head) {
    chunk.lastFailure[place] = head.lastFailure();
    chunk.retainUntil[place] = Packed.seconds(head.retainUntil());
    chunk.queue[place] = queues.number(head.queue());
    chunk.type[place] = (byte) head.type().ordinal();
    chunk.reason[place] = (byte) head.reason().ordinal();
  }

  private void set(int row, LetterStatus status) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    chunk.state[place] = (byte) status.state().ordinal();
    chunk.replays[place] = status.replays();
    chunk.token[place] = Math.toIntExact(status.token());
    if (status.owner() == null || status.leasedUntil() == null) {
      leases.remove(row);
    } else {
      leases.put(row, new Lease(status.owner(), status.leasedUntil()));
    }
  }

  private void join(int row, Again again, Position at) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    chunk.count[place] += again.times();
    boolean isLast =
        chunk.againSegment[place] == Rows.NONE
            || again.head().lastFailure() >= chunk.lastFailure[place];
    if (isLast) {
      segments.drop(chunk.againSegment[place], chunk.againLength[place]);
      chunk.againSegment[place] = segments.number(at.segment());
      chunk.againOffset[place] = at.offset();
      chunk.againLength[place] = at.length();
      segments.need(chunk.againSegment[place], at.length());
      describe(chunk, place, again.head());
    }
  }

  private void change(int row, Change change, Position at) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    if (change.number() <= chunk.number[place]) {
      return;
    }
    chunk.number[place] = change.number();
    chunk.covered[place] = change.covered();
    set(row, change.status());
    segments.drop(chunk.changeSegment[place], chunk.changeLength[place]);
    chunk.changeSegment[place] = segments.number(at.segment());
    chunk.changeLength[place] = at.length();
    segments.need(chunk.changeSegment[place], at.length());
  }

  private void remove(Gone last) {
    if (isGone(last.id())) {
      return;
    }
    if (last.count() > 0) {
      removed++;
      joinedOfGone += last.count() - 1;
    }
    gone.add(last.id());
    early.remove(last.id());
    int row = find(last.id());
    if (row == Rows.NONE) {
      return;
    }
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    segments.drop(chunk.segment[place], chunk.length[place]);
    segments.drop(chunk.againSegment[place], chunk.againLength[place]);
    segments.drop(chunk.changeSegment[place], chunk.changeLength[place]);
    byId.remove(row);
    if (chunk.identity[place] != 0 && target(chunk.identity[place]) == row) {
      byIdentity.remove(row);
    }
    leases.remove(row);
    rows.remove(row);
    order.remove();
  }

  private boolean isGone(String id) {
    return (!gone.isEmpty() && gone.contains(id))
        || (!goneBefore.isEmpty() && goneBefore.contains(id));
  }

  /**
   * Ends a pass over all segments. A letter may be read after the record that it is gone, but not
   * later than in the next pass.
   *
   * @param complete whether everything there is was read; then failures whose letter is missing,
   *     because it is damaged, become letters of their own
   */
  void endPass(boolean complete) {
    goneBefore = gone;
    gone = new HashSet<>();
    if (!complete) {
      return;
    }
    for (List<Early> orphans : List.copyOf(early.values())) {
      for (Early one : List.copyOf(orphans)) {
        if (one.record() instanceof Again again) {
          add(again.alone(), one.at());
        }
      }
    }
    early.clear();
  }

  /** Tells that a letter, or its last further failure, is somewhere else now. */
  void move(String id, Position from, Position to) {
    int row = find(id);
    if (row == Rows.NONE) {
      return;
    }
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    int old = segments.number(from.segment());
    int fresh = segments.number(to.segment());
    if (chunk.segment[place] == old && chunk.offset[place] == from.offset()) {
      chunk.segment[place] = fresh;
      chunk.offset[place] = to.offset();
      chunk.length[place] = to.length();
    } else if (chunk.againSegment[place] == old && chunk.againOffset[place] == from.offset()) {
      chunk.againSegment[place] = fresh;
      chunk.againOffset[place] = to.offset();
      chunk.againLength[place] = to.length();
    } else if (chunk.changeSegment[place] == old) {
      chunk.changeSegment[place] = fresh;
      chunk.changeLength[place] = to.length();
    } else {
      return;
    }
    segments.drop(old, from.length());
    segments.need(fresh, to.length());
  }

  int find(String id) {
    return LetterId.isId(id) ? find(LetterId.of(id)) : Rows.NONE;
  }

  private int find(LetterId id) {
    return byId.find(id.rest(), row -> rows.compare(row, id.time(), id.rest()) == 0);
  }

  /** The newest letter with an identity takes further failures of it in. */
  private void makeTarget(int row) {
    long identity = rows.identity(row);
    if (identity != 0) {
      int earlier = target(identity);
      if (earlier != Rows.NONE) {
        byIdentity.remove(earlier);
      }
      byIdentity.add(row);
    }
  }

  private int target(long identity) {
    return byIdentity.find(identity, row -> rows.identity(row) == identity);
  }

  /** Finds the waiting letter that takes in further failures, or returns {@link Rows#NONE}. */
  int target(String identity, Instant now) {
    if (identity.isEmpty()) {
      return Rows.NONE;
    }
    int row = target(Packed.identity(identity));
    boolean waits =
        row != Rows.NONE && state(row) == LetterState.STORED && !status(row).isLeased(now);
    return waits ? row : Rows.NONE;
  }

  /** What failed after a letter was done, unseen by who did it, waits on. */
  LetterState state(int row) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    LetterState written = STATES[chunk.state[place]];
    return isRevived(written, chunk, place) ? LetterState.STORED : written;
  }

  private static boolean isRevived(LetterState written, Rows.Chunk chunk, int place) {
    return written != LetterState.STORED && chunk.count[place] > chunk.covered[place];
  }

  LetterStatus status(int row) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    boolean revived = isRevived(STATES[chunk.state[place]], chunk, place);
    Lease lease = leases.get(row);
    return new LetterStatus(
        state(row),
        chunk.count[place] - (revived ? chunk.covered[place] : 0),
        chunk.replays[place],
        chunk.token[place],
        lease == null ? null : lease.owner(),
        lease == null ? null : lease.until());
  }

  /** The second until which a letter is kept. */
  long retainUntil(int row) {
    return Integer.toUnsignedLong(rows.chunk(row).retainUntil[Rows.place(row)]);
  }

  /** How many failures a letter stands for, those of earlier lives included. */
  int count(int row) {
    return rows.chunk(row).count[Rows.place(row)];
  }

  /** The number of the last change. */
  int number(int row) {
    return rows.chunk(row).number[Rows.place(row)];
  }

  /** How many failures the last change knew of. */
  int covered(int row) {
    return rows.chunk(row).covered[Rows.place(row)];
  }

  /** Tells whether the last change of a letter is in a segment, and is this one. */
  boolean isChangedIn(int row, String segment, int number) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    return chunk.changeSegment[place] == segments.number(segment) && chunk.number[place] == number;
  }

  String id(int row) {
    return LetterId.text(rows.idTime(row), rows.idRest(row));
  }

  Position position(int row) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    return new Position(
        segments.name(chunk.segment[place]), chunk.offset[place], chunk.length[place]);
  }

  /** Where the last further failure is, or null if there was none. */
  @Nullable Position again(int row) {
    Rows.Chunk chunk = rows.chunk(row);
    int place = Rows.place(row);
    return chunk.againSegment[place] == Rows.NONE
        ? null
        : new Position(
            segments.name(chunk.againSegment[place]),
            chunk.againOffset[place],
            chunk.againLength[place]);
  }

  /** Failures that were taken into letters that are gone. */
  long joinedOfGone() {
    return joinedOfGone;
  }

  long removed() {
    return removed;
  }
}
