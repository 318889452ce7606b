package dev.mulligan.runtime.journal;

import java.util.Arrays;

/**
 * Finds rows by a key that the rows themselves hold: four to eight bytes a row. Open addressing;
 * what follows a removed entry is moved up. Not thread-safe.
 */
final class RowMap {
  private final Hash hash;
  private int[] slots = new int[64];
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
    for (int at = home(keyHash); slots[at] != Rows.NONE; at = next(at)) {
      if (match.is(slots[at])) {
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
    int at = home(hash.of(row));
    while (slots[at] != Rows.NONE) {
      at = next(at);
    }
    slots[at] = row;
  }

  private void grow() {
    int[] old = slots;
    slots = new int[Math.multiplyExact(old.length, 2)];
    Arrays.fill(slots, Rows.NONE);
    for (int row : old) {
      if (row != Rows.NONE) {
        insert(row);
      }
    }
  }

  /** Removes a row, if it is there. */
  void remove(int row) {
    int at = home(hash.of(row));
    while (slots[at] != row) {
      if (slots[at] == Rows.NONE) {
        return;
      }
      at = next(at);
    }
    size--;
    int hole = at;
    for (int i = next(at); slots[i] != Rows.NONE; i = next(i)) {
      int wanted = home(hash.of(slots[i]));
      // It may move up unless its home lies between the hole and itself.
      boolean stays = hole < i ? hole < wanted && wanted <= i : hole < wanted || wanted <= i;
      if (!stays) {
        slots[hole] = slots[i];
        hole = i;
      }
    }
    slots[hole] = Rows.NONE;
  }

  private int home(long keyHash) {
    long mixed = keyHash * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (slots.length - 1);
  }

  private int next(int at) {
    return (at + 1) & (slots.length - 1);
  }
}
