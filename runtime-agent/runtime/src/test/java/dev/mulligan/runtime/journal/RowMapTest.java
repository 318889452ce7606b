package dev.mulligan.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A map of rows finds what a map of the JDK finds. */
class RowMapTest {
  private static final int KEYS = 400;

  @Property(tries = 300)
  void rowsAreFoundUntilTheyAreRemoved(
      @ForAll @Size(max = 2_000) List<@IntRange(max = KEYS - 1) Integer> keys,
      @ForAll @IntRange(min = 1, max = 1 << 20) int spread) {
    // The row of a key is its own number; keys of a wide spread fall into one place of the table.
    RowMap rows = new RowMap(row -> hash(row, spread));
    Map<Integer, Integer> expected = new HashMap<>();
    for (int key : keys) {
      if (expected.remove(key) == null) {
        rows.add(key);
        expected.put(key, key);
      } else {
        rows.remove(key);
      }
    }
    for (int key = 0; key < KEYS; key++) {
      int wanted = key;
      assertThat(rows.find(hash(key, spread), row -> row == wanted))
          .as("key %s", key)
          .isEqualTo(expected.getOrDefault(key, Rows.NONE));
    }
  }

  private static long hash(int row, int spread) {
    return (long) row / 7 * spread;
  }
}
