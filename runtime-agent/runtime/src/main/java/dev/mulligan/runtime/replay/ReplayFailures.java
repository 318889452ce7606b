package dev.mulligan.runtime.replay;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why letters failed again, as far as this process called them: stores keep how often, and not why.
 * Of many letters, those that failed last are remembered. Thread-safe.
 */
final class ReplayFailures {
  /** Of a thousand characters at most, so that all of them are a few megabytes. */
  static final int MOST = 1_000;

  private final Map<String, ReplayFailure> byLetter = new LinkedHashMap<>();

  synchronized void failed(String letterId, ReplayFailure failure) {
    byLetter.remove(letterId);
    byLetter.put(letterId, failure);
    if (byLetter.size() > MOST) {
      Iterator<String> eldest = byLetter.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  synchronized void succeeded(String letterId) {
    byLetter.remove(letterId);
  }

  synchronized @Nullable ReplayFailure last(String letterId) {
    return byLetter.get(letterId);
  }
}
