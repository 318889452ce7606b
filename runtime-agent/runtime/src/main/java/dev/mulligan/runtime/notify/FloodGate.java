package dev.mulligan.runtime.notify;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@link Flood} a policy and kind of line. Remembers a thousand of them; while all of those are
 * busy, further ones share a single limit. Thread-safe.
 */
final class FloodGate {
  static final int MOST_PAIRS = 1_000;

  private final Map<Pair, Flood> floods = new ConcurrentHashMap<>();
  private final Flood others = new Flood();

  Flood of(String policy, EventKind kind, long now) {
    Pair pair = new Pair(policy, kind);
    Flood known = floods.get(pair);
    return known != null ? known : admit(pair, now);
  }

  int size() {
    return floods.size();
  }

  private Flood admit(Pair pair, long now) {
    if (floods.size() >= MOST_PAIRS) {
      floods.values().removeIf(flood -> flood.isIdle(now));
    }
    // Threads that come here together may admit a few more than the limit; that bounds it as well.
    return floods.size() >= MOST_PAIRS ? others : floods.computeIfAbsent(pair, p -> new Flood());
  }

  private record Pair(String policy, EventKind kind) {}
}
