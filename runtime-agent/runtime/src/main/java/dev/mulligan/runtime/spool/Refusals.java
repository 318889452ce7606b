package dev.mulligan.runtime.spool;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which letters the remote store has refused while it answered, and why. Of very many, those that
 * came last are remembered. Thread-safe.
 */
final class Refusals {
  /** A few megabytes of reasons. */
  static final int MOST = 10_000;

  private final Map<String, String> reasons = new LinkedHashMap<>();

  /** Notes a refusal; true if it is the first of this letter. */
  synchronized boolean add(String id, String reason) {
    boolean isFirst = reasons.put(id, reason) == null;
    if (reasons.size() > MOST) {
      Iterator<String> eldest = reasons.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    return isFirst;
  }

  /** Tells why a letter was refused the last time, or null if it was not. */
  synchronized @Nullable String reason(String id) {
    return reasons.get(id);
  }

  synchronized void remove(String id) {
    reasons.remove(id);
  }
}
