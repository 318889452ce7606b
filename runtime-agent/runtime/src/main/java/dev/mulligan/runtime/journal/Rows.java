package dev.mulligan.runtime.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known of each letter without reading it again, as columns of primitives: about a hundred
 * bytes a letter. Rows that are removed are used again. Not thread-safe.
 */
final class Rows {
  /** No row, no segment. */
  static final int NONE = -1;

  private static final int SHIFT = 8;
  private static final int MASK = (1 << SHIFT) - 1;

  private final List<Chunk> chunks = new ArrayList<>();
  private int[] free = new int[16];
  private int freeCount;
  private int size;

  /** Some rows: few enough that a small journal is small in memory too. */
  static final class Chunk {
    private static final int LENGTH = MASK + 1;

    final boolean[] used = new boolean[LENGTH];

    // The two parts of the id.
    final long[] idTime = new long[LENGTH];
    final long[] idRest = new long[LENGTH];

    /** A hash; 0 if no other failure is the same. */
    final long[] identity = new long[LENGTH];

    // Where the letter is, where its last further failure is, and where its last change.
    final int[] segment = new int[LENGTH];
    final int[] offset = new int[LENGTH];
    final int[] length = new int[LENGTH];
    final int[] againSegment = new int[LENGTH];
    final int[] againOffset = new int[LENGTH];
    final int[] againLength = new int[LENGTH];
    final int[] changeSegment = new int[LENGTH];
    final int[] changeLength = new int[LENGTH];

    // What filters ask for. The call and the queue are numbers of texts, the key is a hash.
    final long[] lastFailure = new long[LENGTH];
    final int[] retainUntil = new int[LENGTH];
    final int[] call = new int[LENGTH];
    final int[] queue = new int[LENGTH];
    final int[] key = new int[LENGTH];
    final byte[] type = new byte[LENGTH];
    final byte[] reason = new byte[LENGTH];

    // The status as it was written last.
    final byte[] state = new byte[LENGTH];
    final int[] replays = new int[LENGTH];
    final int[] token = new int[LENGTH];

    /** The number of the last change. */
    final int[] number = new int[LENGTH];

    /** How many failures there are, and of how many the last change knew. */
    final int[] count = new int[LENGTH];

    final int[] covered = new int[LENGTH];
  }

  Chunk chunk(int row) {
    return chunks.get(row >> SHIFT);
  }

  static int place(int row) {
    return row & MASK;
  }

  int add() {
    int row = freeCount > 0 ? free[--freeCount] : size++;
    if (row >> SHIFT == chunks.size()) {
      chunks.add(new Chunk());
    }
    chunk(row).used[place(row)] = true;
    return row;
  }

  void remove(int row) {
    chunk(row).used[place(row)] = false;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    free[freeCount++] = row;
  }

  boolean isUsed(int row) {
    return chunk(row).used[place(row)];
  }

  /** All rows are below this. */
  int end() {
    return size;
  }

  int count() {
    return size - freeCount;
  }

  long idTime(int row) {
    return chunk(row).idTime[place(row)];
  }

  long idRest(int row) {
    return chunk(row).idRest[place(row)];
  }

  long identity(int row) {
    return chunk(row).identity[place(row)];
  }

  /** Compares the ids of two rows. */
  int compare(int one, int other) {
    return compare(one, idTime(other), idRest(other));
  }

  /** Compares the id of a row with another one. */
  int compare(int row, long time, long rest) {
    int byTime = Long.compareUnsigned(idTime(row), time);
    return byTime != 0 ? byTime : Long.compareUnsigned(idRest(row), rest);
  }
}
