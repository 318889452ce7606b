package dev.mulligan.runtime.count;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The counters of all guards. They are held weakly: when a guard goes with its class loader, its
 * counts go too, and sums over equal names shrink. Thread-safe.
 */
public final class Counters {
  private final List<WeakReference<PolicyCounters>> known = new ArrayList<>();
  private int sweepAt = 64;

  /** Starts with none. */
  public Counters() {}

  /**
   * Adds the counters of a guard.
   *
   * @param counters the guard keeps them reachable
   */
  public void add(PolicyCounters counters) {
    synchronized (known) {
      if (known.size() >= sweepAt) {
        known.removeIf(reference -> reference.get() == null);
        sweepAt = Math.max(64, known.size() * 2);
      }
      known.add(new WeakReference<>(counters));
    }
  }

  /**
   * Reads the counters of all guards.
   *
   * @return a snapshot a policy and method, sorted by both; those of equal names are added up
   */
  public List<CounterSnapshot> list() {
    Map<List<String>, CounterSnapshot> merged = new LinkedHashMap<>();
    for (PolicyCounters counters : live()) {
      CounterSnapshot snapshot = counters.snapshot();
      merged.merge(List.of(snapshot.policy(), snapshot.method()), snapshot, CounterSnapshot::plus);
    }
    return merged.values().stream()
        .sorted(
            Comparator.comparing(CounterSnapshot::policy).thenComparing(CounterSnapshot::method))
        .toList();
  }

  /**
   * Reads what the guards that only observe would have done.
   *
   * @return a snapshot a policy and method, sorted by both, without those that saw nothing; those
   *     of equal names are added up
   */
  public List<ObservedSnapshot> observations() {
    Map<List<String>, ObservedSnapshot> merged = new LinkedHashMap<>();
    for (PolicyCounters counters : live()) {
      ObservedSnapshot seen = counters.observations();
      merged.merge(List.of(seen.policy(), seen.method()), seen, ObservedSnapshot::plus);
    }
    return merged.values().stream()
        .filter(seen -> seen.consequences().values().stream().anyMatch(count -> count > 0))
        .sorted(
            Comparator.comparing(ObservedSnapshot::policy).thenComparing(ObservedSnapshot::method))
        .toList();
  }

  private List<PolicyCounters> live() {
    List<PolicyCounters> live = new ArrayList<>();
    synchronized (known) {
      for (WeakReference<PolicyCounters> reference : known) {
        PolicyCounters counters = reference.get();
        if (counters != null) {
          live.add(counters);
        }
      }
    }
    return live;
  }
}
