package dev.mulligan.store.kafka;

/**
 * A letter that was removed, and whose records are still in the topic. Immutable.
 *
 * @param key the key of the record that it was written with
 * @param letters the offsets of further letters that were joined, or are this one again
 * @param changes the tickets of all changes, the removal last
 */
record Removed(Key key, long[] letters, long[] changes) {}
