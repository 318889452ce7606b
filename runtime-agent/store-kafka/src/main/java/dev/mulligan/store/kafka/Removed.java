package dev.mulligan.store.kafka;

import java.util.List;
import java.util.stream.LongStream;

/**
 * A letter that was removed, and whose records are still in the topic. Immutable.
 *
 * @param key the key of the record that it was written with
 * @param again the offsets of records that say again what was known: this letter, or a joined one
 * @param joined the offsets of further letters that were joined
 * @param changes the tickets of all changes but the removal, which remembers the letter
 */
record Removed(Key key, long[] again, long[] joined, long[] changes) {
  /** Gives the keys of these changes. */
  List<String> changeKeys() {
    return LongStream.of(changes).mapToObj(ticket -> new Key(key.id(), ticket).toString()).toList();
  }
}
