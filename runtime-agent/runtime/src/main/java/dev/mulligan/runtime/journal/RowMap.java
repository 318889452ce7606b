package dev.mulligan.runtime.journal;

import java.util.Arrays;

/**
 * Finds rows by a key that the rows themselves hold: seven to thirteen bytes a row. Open
 * addressing; what follows a removed entry is moved up. A byte of the hash beside each entry keeps
 * a search from looking at rows, which are far away in memory, in vain. Not thread-safe.
 */
final class RowMap {
  private final Hash hash;
  private int[] slots = new int[64];
  private byte[] tags = new byte[slots.length];
  private int size;

  /** Gives the hash of a row's key; well mixed. */
  interface Hash {
    long of(int row);
  }

  /** Tells whether a row has the key that is looked for. */
  interface Match {
    boolean is(int row);
  }

  RowMap(Hash hash) {
    this.hash = hash;
    Arrays.fill(slots, Rows.NONE);
  }

  /** Finds the row with a key, or returns {@link Rows#NONE}. */
  int find(long keyHash, Match match) {
    long mixed = mix(keyHash);
    byte tag = tag(mixed);
    for (int at = home(mixed); slots[at] != Rows.NONE; at = next(at)) {
      if (tags[at] == tag && match.is(slots[at])) {
        return slots[at];
      }
    }
    return Rows.NONE;
  }

  /** Adds a row, whose key must not be there. */
  void add(int row) {
    if (++size * 4L > slots.length * 3L) {
      grow();
    }
    insert(row);
  }

  private void insert(int row) {
    long mixed = mix(hash.of(row));
    int at = home(mixed);
    while (slots[at] != Rows.NONE) {
      at = next(at);
    }
    slots[at] = row;
    tags[at] = tag(mixed);
  }

  private void grow() {
    int[] old = slots;
    slots = new int[Math.multiplyExact(old.length, 2)];
    tags = new byte[slots.length];
    Arrays.fill(slots, Rows.NONE);
    for (int row : old) {
      if (row != Rows.NONE) {
        insert(row);
      }
    }
  }

  /** Removes a row, if it is there. */
  void remove(int row) {
    int at = home(mix(hash.of(row)));
    while (slots[at] != row) {
      if (slots[at] == Rows.NONE) {
        return;
      }
      at = next(at);
    }
    size--;
    int hole = at;
    for (int i = next(at); slots[i] != Rows.NONE; i = next(i)) {
      int wanted = home(mix(hash.of(slots[i])));
      // It may move up unless its home lies between the hole and itself.
      boolean stays = hole < i ? hole < wanted && wanted <= i : hole < wanted || wanted <= i;
      if (!stays) {
        slots[hole] = slots[i];
        tags[hole] = tags[i];
        hole = i;
      }
    }
    slots[hole] = Rows.NONE;
  }

  private static long mix(long keyHash) {
    return keyHash * 0x9E3779B97F4A7C15L;
  }

  private int home(long mixed) {
    return (int) (mixed >>> 32) & (slots.length - 1);
  }

  /** Of bits that say nothing about the place. */
  private static byte tag(long mixed) {
    return (byte) (mixed >>> 24);
  }

  private int next(int at) {
    return (at + 1) & (slots.length - 1);
  }
}
