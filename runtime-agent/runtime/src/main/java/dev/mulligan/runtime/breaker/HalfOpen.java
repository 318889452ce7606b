package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few probes pass. One counted failure opens the breaker again; as many successes as there are
 * probes close it; a neutral result gives its permit to another probe.
 *
 * <p>A probe that never comes back must not hold the breaker half-open for ever: after another open
 * time without a decision, a fresh half-open period begins, and late results of this one change
 * nothing.
 */
final class HalfOpen implements State {
  private final Breaker breaker;
  private final int openings;
  private final long since = Time.nanoTime();
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
    if (permits.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return new Probe();
    }
    if (isStuck()) {
      breaker.move(this, new HalfOpen(breaker, openings));
      return breaker.acquire();
    }
    return breaker.refuse(Duration.ZERO);
  }

  private boolean isStuck() {
    return Time.nanoTime() - since > breaker.openNanos(openings);
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
