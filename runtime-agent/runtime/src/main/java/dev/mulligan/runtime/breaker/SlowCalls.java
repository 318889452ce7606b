package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.time.Tick;
import dev.mulligan.runtime.time.Ticker;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The attempts under way of a breaker that counts slow calls. The ticker looks at them ten times a
 * threshold, within 10 ms to 1 s; an attempt past the threshold is counted at once and then no
 * longer looked at, so that one that never returns holds nothing here. Thread-safe.
 */
final class SlowCalls {
  private static final long FINEST = 10_000_000;
  private static final long COARSEST = 1_000_000_000;

  private final Duration threshold;
  private final long nanos;
  private final Set<SlowCallPermit> running = ConcurrentHashMap.newKeySet();
  private final Tick tick = this::look;

  private SlowCalls(Duration threshold) {
    this.threshold = threshold;
    this.nanos = threshold.toNanos();
    Ticker.every(Math.min(COARSEST, Math.max(FINEST, nanos / 10)), tick);
  }

  /** Keeps what there is if the threshold has not changed; null if slow calls do not count. */
  static @Nullable SlowCalls of(CircuitBreakerPolicy policy, @Nullable SlowCalls present) {
    Duration slow = policy.slowCall();
    boolean same = Objects.equals(slow, present == null ? null : present.threshold);
    return same || slow == null ? (same ? present : null) : new SlowCalls(slow);
  }

  void begin(SlowCallPermit permit) {
    running.add(permit);
  }

  void end(SlowCallPermit permit) {
    running.remove(permit);
  }

  boolean isSlow(long begun) {
    return Time.nanoTime() - begun >= nanos;
  }

  private void look(long now) {
    running.removeIf(permit -> permit.noteIfOverdue(now, nanos));
  }
}
