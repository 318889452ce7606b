package dev.mulligan.runtime.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives small numbers to things that occur again and again. Not thread-safe.
 *
 * @param <T> the things
 */
final class Numbered<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  int number(T thing) {
    Integer known = numbers.get(thing);
    if (known != null) {
      return known;
    }
    things.add(thing);
    numbers.put(thing, things.size() - 1);
    return things.size() - 1;
  }

  T get(int number) {
    return things.get(number);
  }

  int size() {
    return things.size();
  }
}
