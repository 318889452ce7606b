package dev.mulligan.store.kafka;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the topic says, record by record: all who have read as far know the same. Not thread-safe.
 *
 * <p>Compaction may have removed records that were erased, but no others. So what is decided here
 * must come out the same without them; {@link Cleaner} tells in which order that holds.
 */
final class Index {
  private static final Logger LOG = LoggerFactory.getLogger(Index.class);

  private final TreeMap<String, Entry> letters = new TreeMap<>();
  private final Map<String, List<Entry>> hosts = new HashMap<>();
  private final Map<String, Entry> joinedIds = new HashMap<>();
  private final Map<String, Removed> removed = new LinkedHashMap<>();
  private final Purged purged = new Purged();

  /** Keys of records that say nothing to any reader, such as those about letters that are gone. */
  private final Set<String> orphans = new LinkedHashSet<>();

  private final Map<String, String> shared = new HashMap<>();
  private final Counters counters = new Counters();

  /** Takes the next record in. */
  Outcome apply(long offset, String keyText, @Nullable String value) {
    try {
      if (value == null) {
        erased(keyText);
        return outcome(true, null);
      }
      Key key = Key.parse(keyText);
      return value.startsWith("{")
          ? keep(offset, key, LetterJson.read(value))
          : change(offset, key, Change.parse(value));
    } catch (RuntimeException foreign) {
      LOG.warn("Passed over record {} at offset {}: {}", keyText, offset, foreign.toString());
      return outcome(false, null);
    }
  }

  private Outcome keep(long offset, Key key, Letter letter) {
    Entry known = letters.getOrDefault(letter.id(), joinedIds.get(letter.id()));
    if (known != null) {
      known.again.add(offset);
      return outcome(false, known);
    }
    if (purged.knows(letter.id())) {
      return orphan(key, null);
    }
    counters.join(letter.status().count() - 1L);
    Entry host = letter.identity().isEmpty() ? null : host(letter.identity());
    if (host != null) {
      counters.join(1);
      joinedIds.put(letter.id(), host);
      String forgotten = host.join(offset, letter, this::share);
      if (forgotten != null) {
        joinedIds.remove(forgotten);
      }
      return outcome(false, host);
    }
    Entry entry = new Entry(key, offset, letter, this::share);
    letters.put(letter.id(), entry);
    if (!entry.identity.isEmpty() && entry.status().state() == LetterState.STORED) {
      hosts.computeIfAbsent(entry.identity, identity -> new ArrayList<>(1)).add(entry);
    }
    return outcome(true, entry);
  }

  private @Nullable Entry host(String identity) {
    for (Entry entry : hosts.getOrDefault(identity, List.of())) {
      if (entry.isHost()) {
        return entry;
      }
    }
    return null;
  }

  private Outcome change(long offset, Key key, Change change) {
    if (change instanceof Change.Mark) {
      counters.mark(key, offset);
      return outcome(true, null);
    }
    if (change instanceof Change.Totals totals) {
      counters.tell(totals, key);
      return outcome(true, null);
    }
    if (change instanceof Change.Remove remove) {
      return remove(key, remove);
    }
    if (change instanceof Change.Forget forget) {
      return purged.forget(key, forget) ? outcome(true, null) : orphan(key, null);
    }
    Entry entry = letters.get(key.id());
    if (entry == null) {
      return orphan(key, null);
    }
    entry.changes.add(key.ticket());
    boolean holds = entry.apply(change);
    if (entry.status().state() != LetterState.STORED) {
      forgetHost(entry);
    }
    return outcome(holds, entry);
  }

  private Outcome remove(Key key, Change.Remove remove) {
    Entry entry = letters.get(key.id());
    if (entry == null) {
      // Whoever comes late finds of a removed letter only this.
      boolean isFirst = purged.remember(key, remove);
      return isFirst ? outcome(false, null) : orphan(key, null);
    }
    // Fewer are known where joined letters are erased already.
    if (entry.status().isLeased(remove.at()) || entry.status().count() > remove.count()) {
      return orphan(key, entry);
    }
    counters.remove();
    forget(entry);
    boolean unused = purged.remember(key, remove);
    removed.put(
        entry.key.id(),
        new Removed(
            entry.key, entry.again.toArray(), entry.letters.toArray(), entry.changes.toArray()));
    return outcome(true, entry);
  }

  private Outcome orphan(Key key, @Nullable Entry entry) {
    orphans.add(key.toString());
    return outcome(false, entry);
  }

  private void erased(String key) {
    counters.erased(key);
    orphans.remove(key);
    String id = key.substring(0, Math.max(0, key.lastIndexOf('/')));
    Removed gone = removed.get(id);
    if (gone != null && gone.key().toString().equals(key)) {
      removed.remove(id);
      orphans.addAll(gone.changeKeys());
    }
    String forget = purged.erased(key, id);
    if (forget != null) {
      orphans.add(forget);
    }
    Entry entry = letters.get(id);
    if (entry != null && entry.key.toString().equals(key)) {
      forget(entry);
    }
  }

  private void forget(Entry entry) {
    letters.remove(entry.key.id());
    entry.joinedIds().forEach(joinedIds::remove);
    forgetHost(entry);
  }

  private void forgetHost(Entry entry) {
    List<Entry> same = hosts.get(entry.identity);
    if (same != null && same.remove(entry) && same.isEmpty()) {
      hosts.remove(entry.identity);
    }
  }

  /** There are few queues and methods, and many letters. */
  private String share(String text) {
    String known = shared.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private Outcome outcome(boolean holds, @Nullable Entry entry) {
    View view = entry == null ? null : entry.view();
    return new Outcome(holds, view, counters.joined(), counters.removed());
  }

  @Nullable Entry find(String id) {
    return letters.get(id);
  }

  /** Lists letters for which all conditions hold, the one about the text aside. */
  List<View> list(LetterFilter filter, @Nullable String after, int limit) {
    return (after == null ? letters : letters.tailMap(after, false))
        .values().stream()
            .filter(entry -> entry.matches(filter))
            .limit(limit)
            .map(Entry::view)
            .toList();
  }

  LetterStats stats() {
    LetterStats.Counting counting = new LetterStats.Counting();
    letters.values().forEach(entry -> entry.count(counting));
    return counting.stats(counters.joined(), counters.removed());
  }

  /** Gives what removes a letter as it is now; null if it is not there. */
  Change.@Nullable Remove removal(String id, Instant at) {
    Entry entry = letters.get(id);
    return entry == null ? null : entry.removal(at);
  }

  /** Gives the removals of letters that are erased, and of which no copy can turn up any more. */
  List<Key> overdue(Instant now) {
    return purged.overdue(now).stream().filter(key -> !removed.containsKey(key.id())).toList();
  }

  Waste waste() {
    return new Waste(List.copyOf(orphans), List.copyOf(removed.values()), purged.forgotten());
  }

  List<String> orphans() {
    return List.copyOf(orphans);
  }

  List<String> staleCounters() {
    return counters.stale();
  }
}
