package dev.mulligan.runtime.deadletter;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Texts in which thousands of others are looked for. */
final class Haystack {
  private static final int GRAM = 8;

  private final Map<String, String> texts = new LinkedHashMap<>();

  /** What there is of this length, so that most searches need not be made. */
  private final Set<String> grams = new HashSet<>();

  Haystack(Map<String, String> all, Predicate<String> which) {
    all.forEach(
        (where, text) -> {
          if (which.test(where)) {
            texts.put(where, text);
            for (int i = 0; i + GRAM <= text.length(); i++) {
              grams.add(text.substring(i, i + GRAM));
            }
          }
        });
  }

  /** Finds the texts that hold a text of eight characters or more. */
  List<String> find(String trace) {
    if (!grams.contains(trace.substring(0, GRAM))) {
      return List.of();
    }
    return texts.keySet().stream().filter(where -> texts.get(where).contains(trace)).toList();
  }
}
