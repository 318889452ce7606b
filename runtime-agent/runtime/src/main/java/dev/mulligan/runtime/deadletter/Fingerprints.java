package dev.mulligan.runtime.deadletter;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.classify.Failure;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which arguments have failed for good lately, by their fingerprints: those used last,
 * and no more than a number of them. Thread-safe.
 */
final class Fingerprints {
  private static final int MOST = 1_000;

  /** The most failures in a row that can be asked for. */
  static final int MOST_IN_A_ROW = 100;

  private static final long WITHIN = Duration.ofHours(1).toNanos();

  private static final Fingerprints OF_PROCESS = new Fingerprints(MOST);

  private final Map<String, Suspect> suspects;

  Fingerprints(int most) {
    suspects =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Suspect> eldest) {
            return size() > most;
          }
        };
  }

  static Fingerprints ofProcess() {
    return OF_PROCESS;
  }

  /** Notes that a call has failed for good. */
  synchronized void failed(String fingerprint, String callId, Failure failure) {
    Suspect suspect = suspects.computeIfAbsent(fingerprint, any -> new Suspect(callId));
    suspect.failures.addLast(
        new Lost(Time.nanoTime(), failure.type(), failure.peeled().getClass().getName()));
    if (suspect.failures.size() > MOST_IN_A_ROW) {
      suspect.failures.removeFirst();
    }
  }

  /** Forgets what has succeeded. */
  synchronized void forgive(String fingerprint) {
    suspects.remove(fingerprint);
  }

  /**
   * Tells whether the same arguments have failed so often within the last hour.
   *
   * @param inARow how often
   * @param alike whether all these failures must have been of one type and one class
   */
  synchronized boolean isPoison(String fingerprint, int inARow, boolean alike) {
    Suspect suspect = suspects.get(fingerprint);
    return suspect != null && suspect.recent() >= inARow && (!alike || suspect.alike() >= inARow);
  }

  /** Tells whether any arguments of a method have failed so often within the last hour. */
  synchronized boolean knows(String callId, int inARow) {
    return suspects.values().stream()
        .anyMatch(suspect -> suspect.callId.equals(callId) && suspect.recent() >= inARow);
  }

  private record Lost(long at, FailureType type, String exception) {
    boolean isLike(Lost other) {
      return type == other.type && exception.equals(other.exception);
    }
  }

  private static final class Suspect {
    private final String callId;
    private final Deque<Lost> failures = new ArrayDeque<>();

    private Suspect(String callId) {
      this.callId = callId;
    }

    private int recent() {
      long now = Time.nanoTime();
      failures.removeIf(lost -> now - lost.at() > WITHIN);
      return failures.size();
    }

    /** How many of the last failures are like the last one. */
    private long alike() {
      Lost last = failures.getLast();
      int count = 0;
      for (Lost lost : (Iterable<Lost>) failures::descendingIterator) {
        if (!lost.isLike(last)) {
          break;
        }
        count++;
      }
      return count;
    }
  }
}
