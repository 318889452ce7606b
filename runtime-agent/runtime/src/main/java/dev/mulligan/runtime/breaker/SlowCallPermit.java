package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.time.Time;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * A permit that also measures its one attempt. Whoever comes first reports it as slow, the ticker
 * while it runs or the caller at its end; the other adds nothing but a failure.
 */
final class SlowCallPermit implements Permit {
  private static final AtomicReferenceFieldUpdater<SlowCallPermit, Life> LIFE =
      AtomicReferenceFieldUpdater.newUpdater(SlowCallPermit.class, Life.class, "life");

  private final SlowCalls calls;
  private final Measured permit;
  private long begun;
  private volatile Life life = Life.WAITING;

  SlowCallPermit(SlowCalls calls, Measured permit) {
    this.calls = calls;
    this.permit = permit;
  }

  /** Starts the clock. Only the first call has an effect. */
  void start() {
    if (life == Life.WAITING) {
      begun = Time.nanoTime();
      life = Life.RUNNING;
      calls.begin(this);
    }
  }

  /** Returns false as long as it must be looked at again. */
  boolean noteIfOverdue(long now, long threshold) {
    if (now - begun < threshold) {
      return false;
    }
    if (LIFE.compareAndSet(this, Life.RUNNING, Life.OVERDUE)) {
      permit.overdue();
    }
    return true;
  }

  @Override
  public void succeeded() {
    Life before = end();
    if (before == Life.OVERDUE) {
      permit.overdueEnded(false);
    } else if (isSlow(before)) {
      permit.slow(false);
    } else if (before != Life.ENDED) {
      permit.succeeded();
    }
  }

  @Override
  public void failed() {
    Life before = end();
    if (before == Life.OVERDUE) {
      permit.overdueEnded(true);
    } else if (isSlow(before)) {
      permit.slow(true);
    } else if (before != Life.ENDED) {
      permit.failed();
    }
  }

  @Override
  public void neutral() {
    Life before = end();
    if (before == Life.WAITING || before == Life.RUNNING) {
      permit.neutral();
    }
  }

  private Life end() {
    Life before = LIFE.getAndSet(this, Life.ENDED);
    if (before == Life.RUNNING) {
      calls.end(this);
    }
    return before;
  }

  private boolean isSlow(Life before) {
    return before == Life.RUNNING && calls.isSlow(begun);
  }

  private enum Life {
    WAITING,
    RUNNING,
    OVERDUE,
    ENDED
  }
}
