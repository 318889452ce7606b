package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A few probes pass. One counted failure opens the breaker again; as many successes as there are
 * probes close it; a neutral result gives its permit to another probe.
 *
 * <p>A probe that never comes back must not hold the breaker half-open for ever: after another open
 * time without a decision there are as many permits again. Late results still count, so that calls
 * which take longer than the open time can close it too.
 */
final class HalfOpen implements State {
  private final Breaker breaker;
  private final int openings;
  private final AtomicLong since = new AtomicLong(Time.nanoTime());
  private final int probes;
  private final AtomicInteger permits;
  private final AtomicInteger successes = new AtomicInteger();

  HalfOpen(Breaker breaker, int openings) {
    this.breaker = breaker;
    this.openings = openings;
    this.probes = breaker.policy().halfOpenCalls();
    this.permits = new AtomicInteger(probes);
  }

  @Override
  public Permit acquire() {
    if (take()) {
      return new Probe();
    }
    long begun = since.get();
    boolean stuck = Time.nanoTime() - begun > breaker.openNanos(openings);
    if (stuck && since.compareAndSet(begun, Time.nanoTime())) {
      permits.addAndGet(probes);
    }
    return take() ? new Probe() : breaker.refuse(Duration.ZERO);
  }

  private boolean take() {
    return permits.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
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
  private final class Probe implements Permit {
    private final AtomicBoolean settled = new AtomicBoolean();

    @Override
    public void succeeded() {
      if (settle() && successes.incrementAndGet() == probes) {
        breaker.close(HalfOpen.this);
      }
    }

    @Override
    public void failed() {
      if (settle()) {
        breaker.open(HalfOpen.this, openings + 1);
      }
    }

    @Override
    public void neutral() {
      if (settle()) {
        permits.incrementAndGet();
      }
    }

    private boolean settle() {
      return settled.compareAndSet(false, true);
    }
  }
}
