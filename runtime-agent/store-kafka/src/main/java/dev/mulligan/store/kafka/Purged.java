package dev.mulligan.store.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The letters that were removed: known by their ids until no copy of them can turn up any more.
 * Another process may have one in its spool, and must not bring back what was replayed. Not
 * thread-safe.
 */
final class Purged {
  /** So long after the retention of a letter a copy may still turn up. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final Map<String, Memory> letters = new HashMap<>();
  private final Map<String, Memory> joined = new HashMap<>();

  /** Keys of removals that are to be erased, and of what said so. */
  private final Map<String, String> forgotten = new LinkedHashMap<>();

  private record Memory(Key removal, Instant until, List<String> joined) {}

  boolean knows(String id) {
    return letters.containsKey(id) || joined.containsKey(id);
  }

  /** Remembers a letter that was removed; false if it was known already. */
  boolean remember(Key removal, Change.Remove remove) {
    Memory memory = new Memory(removal, remove.until(), remove.joined());
    if (letters.putIfAbsent(removal.id(), memory) != null) {
      return false;
    }
    memory.joined().forEach(id -> joined.put(id, memory));
    return true;
  }

  /** Forgets a letter; false if what removed it is not what is known of. */
  boolean forget(Key key, Change.Forget forget) {
    Key removal = new Key(key.id(), forget.removal());
    if (!forget(removal.toString(), key.id())) {
      return false;
    }
    forgotten.put(removal.toString(), key.toString());
    return true;
  }

  private boolean forget(String removal, String id) {
    Memory memory = letters.get(id);
    if (memory == null || !memory.removal().toString().equals(removal)) {
      return false;
    }
    letters.remove(id);
    memory.joined().forEach(one -> joined.remove(one, memory));
    return true;
  }

  /**
   * Takes in that a record was erased.
   *
   * @return the key of a record that says nothing any more, or null
   */
  @Nullable String erased(String key, String id) {
    boolean unused = forget(key, id);
    return forgotten.remove(key);
  }

  /** Gives the removals of letters of which no copy can turn up. */
  List<Key> overdue(Instant now) {
    Instant before = now.minus(GRACE);
    return letters.values().stream()
        .filter(memory -> memory.until().isBefore(before))
        .map(Memory::removal)
        .toList();
  }

  /** Gives the keys of removals of letters that are forgotten. */
  List<String> forgotten() {
    return List.copyOf(forgotten.keySet());
  }
}
