package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.journal.Record.Call;
import dev.mulligan.runtime.letter.LetterFilter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the index for letters that a filter may mean. What the index does not know exactly,
 * such as parts of a second, is left to who reads the letters.
 */
final class Search {
  private final LetterFilter filter;
  private final LetterIndex index;
  private final BitSet calls = new BitSet();
  private final @Nullable Integer queue;
  private final long from;
  private final long until;
  private final long expired;

  Search(LetterFilter filter, LetterIndex index) {
    this.filter = filter;
    this.index = index;
    this.queue = filter.queue() == null ? null : index.queues.number(filter.queue());
    this.from = filter.failedFrom() == null ? Long.MIN_VALUE : filter.failedFrom().toEpochMilli();
    this.until =
        filter.failedUntil() == null ? Long.MAX_VALUE : filter.failedUntil().toEpochMilli();
    this.expired =
        filter.expiredAt() == null ? Long.MAX_VALUE : filter.expiredAt().getEpochSecond();
    for (int i = 0; i < index.calls.size(); i++) {
      Call call = index.calls.get(i);
      boolean meant = filter.callId() == null || filter.callId().equals(call.id());
      calls.set(i, meant && filter.matchesMethod(call.receiver(), call.method()));
    }
  }

  /** Whether the filter means all that is found. */
  boolean isExact() {
    LetterFilter known =
        LetterFilter.all()
            .state(filter.state())
            .queue(filter.queue())
            .type(filter.type())
            .callId(filter.callId())
            .method(filter.method());
    return filter.equals(known);
  }

  /** Finds letters after an id, in the order of ids. */
  List<Found> after(@Nullable LetterId after, int most) {
    List<Found> found = new ArrayList<>();
    int length = index.order.length();
    for (int i = after == null ? 0 : index.order.after(after);
        i < length && found.size() < most;
        i++) {
      int row = index.order.row(i);
      if (mayMean(row)) {
        found.add(Found.of(index, row));
      }
    }
    return found;
  }

  private boolean mayMean(int row) {
    Rows.Chunk chunk = index.rows.chunk(row);
    int place = Rows.place(row);
    long last = chunk.lastFailure[place];
    return calls.get(chunk.call[place])
        && (queue == null || queue == chunk.queue[place])
        && (filter.type() == null || filter.type().ordinal() == chunk.type[place])
        && (filter.key() == null || Packed.key(filter.key()) == chunk.key[place])
        && last >= from
        && last <= until
        && Integer.toUnsignedLong(chunk.retainUntil[place]) <= expired
        && (filter.state() == null || filter.state() == index.state(row));
  }
}
