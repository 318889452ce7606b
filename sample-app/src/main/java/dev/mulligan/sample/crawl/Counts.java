package dev.mulligan.sample.crawl;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts things by name. Thread-safe. */
final class Counts {
  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String name) {
    counts.computeIfAbsent(name, n -> new LongAdder()).increment();
  }

  long total() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** The counts as they are now, by name. */
  SortedMap<String, Long> byName() {
    SortedMap<String, Long> copy = new TreeMap<>();
    for (Map.Entry<String, LongAdder> count : counts.entrySet()) {
      copy.put(count.getKey(), count.getValue().sum());
    }
    return copy;
  }
}
