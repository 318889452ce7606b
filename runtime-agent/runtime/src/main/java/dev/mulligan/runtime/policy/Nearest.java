package dev.mulligan.runtime.policy;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that an unknown one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * Finds the nearest name.
   *
   * @param unknown what was written
   * @param known what there is, not empty
   * @return the one with the fewest edits (Levenshtein distance)
   */
  public static String to(String unknown, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(unknown, name)).thenComparing(n -> n))
        .orElseThrow();
  }

  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
