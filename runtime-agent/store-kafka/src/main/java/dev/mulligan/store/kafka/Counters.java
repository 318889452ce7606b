package dev.mulligan.store.kafka;

import dev.mulligan.store.kafka.Change.Totals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many calls were joined and letters removed since the topic was created. The records that say
 * so are erased in the end; before, somebody marks a place in the topic and tells the counters as
 * they were there. A reader that starts later counts what it finds, remembers its own numbers at
 * the mark, and adds what it missed. Not thread-safe.
 */
final class Counters {
  private final Map<Long, Place> marks = new LinkedHashMap<>();
  private final List<String> stale = new ArrayList<>();
  private long joined;
  private long removed;
  private long told = -1;
  private List<String> latest = List.of();

  /** What a reader has counted up to a mark. */
  private record Place(long offset, String key, long joined, long removed) {}

  long joined() {
    return joined;
  }

  long removed() {
    return removed;
  }

  void join(long calls) {
    joined += calls;
  }

  void remove() {
    removed++;
  }

  void mark(Key key, long offset) {
    marks.put(key.ticket(), new Place(offset, key.toString(), joined, removed));
  }

  void tell(Totals totals, Key key) {
    Place place = marks.get(totals.mark());
    if (place == null || place.offset() <= told) {
      // Somebody has told more already.
      stale.add(key.toString());
      return;
    }
    long moreJoined = totals.joined() - place.joined();
    long moreRemoved = totals.removed() - place.removed();
    joined += moreJoined;
    removed += moreRemoved;
    told = place.offset();
    marks.values().stream().filter(one -> one.offset() < told).map(Place::key).forEach(stale::add);
    marks.values().removeIf(one -> one.offset() <= told);
    marks.replaceAll(
        (ticket, later) ->
            new Place(
                later.offset(),
                later.key(),
                later.joined() + moreJoined,
                later.removed() + moreRemoved));
    stale.addAll(latest);
    latest = List.of(place.key(), key.toString());
  }

  void erased(String key) {
    stale.remove(key);
  }

  /** Gives the keys of records that say nothing any more. */
  List<String> stale() {
    return List.copyOf(stale);
  }
}
