package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Time;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A few probes pass. One counted failure opens the breaker again; as many successes as there are
 * probes close it; a neutral result gives its permit to another probe.
 *
 * <p>There are so many permits and never more. A probe holds one for an open time at least; when
 * none is left, the oldest probe that has held one for longer loses it to the next caller. So no
 * more than the probes are under way, but for those that have already taken longer than the open
 * time; and a probe that never comes back does not hold the breaker half-open. A success or a
 * failure of a probe that has lost its permit still counts, so that calls which take longer than
 * the open time can close the breaker too; it has nothing to give back.
 */
final class HalfOpen implements State {
  private final Breaker breaker;
  private final int openings;
  private final int probes;
  private final AtomicInteger permits;
  private final AtomicInteger successes = new AtomicInteger();
  private final Queue<Probe> running = new ConcurrentLinkedQueue<>();

  HalfOpen(Breaker breaker, int openings) {
    this.breaker = breaker;
    this.openings = openings;
    this.probes = breaker.policy().halfOpenCalls();
    this.permits = new AtomicInteger(probes);
  }

  @Override
  public Permit acquire() {
    Probe probe = new Probe();
    if (!take() && !reclaim()) {
      return breaker.refuse(0);
    }
    try {
      running.add(probe);
      SlowCalls slow = breaker.slowCalls();
      return slow == null ? probe : new SlowCallPermit(slow, probe);
    } catch (Throwable outOfMemory) {
      probe.neutral();
      throw outOfMemory;
    }
  }

  private boolean take() {
    return permits.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** Takes the permit of the oldest probe, if that has had it for longer than an open time. */
  private boolean reclaim() {
    long lease = breaker.openNanos(openings);
    Probe oldest = running.peek();
    while (oldest != null && oldest.isOlderThan(lease)) {
      running.remove(oldest);
      if (oldest.lose()) {
        return true;
      }
      oldest = running.peek();
    }
    return false;
  }

  @Override
  public BreakerState kind() {
    return BreakerState.HALF_OPEN;
  }

  @Override
  public boolean refusesAfter(long nanos) {
    return false;
  }

  /** Takes one result, whichever comes first. */
  private final class Probe implements Measured {
    private final long begun = Time.nanoTime();
    private final AtomicReference<Life> life = new AtomicReference<>(Life.HOLDS);

    @Override
    public void succeeded() {
      if (end() != Life.ENDED && successes.incrementAndGet() == probes) {
        breaker.close(HalfOpen.this);
      }
    }

    @Override
    public void failed() {
      if (end() != Life.ENDED) {
        breaker.open(HalfOpen.this, openings + 1);
      }
    }

    @Override
    public void neutral() {
      if (end() == Life.HOLDS) {
        permits.incrementAndGet();
      }
    }

    /** A probe that is slow proves that nothing is well yet. */
    @Override
    public void slow(boolean failed) {
      failed();
    }

    @Override
    public void overdue() {
      if (end() != Life.ENDED) {
        breaker.openUnattended(HalfOpen.this, openings + 1);
      }
    }

    @Override
    public void overdueEnded(boolean failed) {
      // It has been counted as slow, which has opened the breaker.
    }

    private Life end() {
      Life before = life.getAndSet(Life.ENDED);
      if (before == Life.HOLDS) {
        running.remove(this);
      }
      return before;
    }

    boolean lose() {
      return life.compareAndSet(Life.HOLDS, Life.LOST);
    }

    boolean isOlderThan(long nanos) {
      return Time.nanoTime() - begun > nanos;
    }
  }

  private enum Life {
    HOLDS,
    LOST,
    ENDED
  }
}
