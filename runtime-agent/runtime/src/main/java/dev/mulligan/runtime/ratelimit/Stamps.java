package dev.mulligan.runtime.ratelimit;

import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.time.CoarseClock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The log of a rate limiter: when its newest calls were let through, in a ring.
 *
 * <p>Call number {@code n} may pass once call {@code n - permits} is a whole stretch ago. It is
 * claimed by a compare-and-set of its slot, from the stamp of a lap before to its own; then anybody
 * may move the head. Three facts make this safe:
 *
 * <ul>
 *   <li>Stamps never fall from call to call, so a slot's value rises with every lap, and a stale
 *       compare-and-set fails.
 *   <li>The ring is larger than the window, so an unclaimed slot holds a stamp no newer than the
 *       one that limits, and a claimed one a newer stamp. That tells the two apart.
 *   <li>While the head stands at {@code n}, the slots of the window are not written; so what was
 *       read counts only if the head still stands there.
 * </ul>
 *
 * <p>A ring that is too small for the policy's permits looks at as many stamps as it has; where
 * these would refuse, it is outgrown and replaced by a larger one, so that memory follows the use.
 * Lock-free. Stamps are nanoseconds on the limiter's own scale, which begins near zero.
 */
final class Stamps {
  static final long REFUSED = -1;
  static final long OUTGROWN = -2;

  /** Sums of a stamp and such a duration do not overflow: 36 years. */
  static final long LONGEST = 1L << 60;

  private static final long NEVER = -(1L << 62);
  private static final long CLOSED = Long.MAX_VALUE;
  private static final long COARSE_FROM = 100_000_000;
  private static final int FIRST_SIZE = 256;
  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(Stamps.class, "head", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int permits;
  private final long per;
  private final int window;
  private final int mask;
  private final AtomicLongArray ring;
  private volatile long head;

  Stamps(RateLimitPolicy policy) {
    this(policy.permits(), nanos(policy.per()), FIRST_SIZE);
  }

  private Stamps(int permits, long per, int most) {
    int size = Math.min(Integer.highestOneBit(permits) * 2, most);
    this.permits = permits;
    this.per = per;
    this.window = Math.min(permits, size - 1);
    this.mask = size - 1;
    this.ring = new AtomicLongArray(size);
    for (int i = 0; i < size; i++) {
      ring.setPlain(i, NEVER);
    }
  }

  static long nanos(Duration duration) {
    return duration.compareTo(Duration.ofNanos(LONGEST)) > 0 ? LONGEST : duration.toNanos();
  }

  /** Whether the coarse clock is good enough: its ceiling is above it by a fiftieth at most. */
  boolean isCoarse() {
    return per >= COARSE_FROM;
  }

  void serveClock() {
    if (isCoarse()) {
      CoarseClock.serve(per);
    }
  }

  /**
   * Lets a call through, or reserves its turn.
   *
   * @param now the earliest that it can be
   * @param latest the latest that it can be; what the log remembers
   * @param most how long the call may wait
   * @return zero if it may go now, nanoseconds to wait, {@link #REFUSED} or {@link #OUTGROWN}
   */
  long claim(long now, long latest, long most) {
    while (true) {
      long call = head;
      long limiting = ring.get(slot(call - window));
      long old = ring.get(slot(call));
      long previous = ring.get(slot(call - 1));
      if (head != call) {
        // The slots may have been written since: the stamps are not those of this call.
        continue;
      }
      if (old > limiting) {
        if (old == CLOSED) {
          return OUTGROWN;
        }
        HEAD.compareAndSet(this, call, call + 1);
        continue;
      }
      long wait = 0;
      long stamp = Math.max(latest, previous);
      if (now - limiting < per) {
        stamp = Math.max(limiting + per, previous);
        wait = stamp - now;
        if (window < permits) {
          return OUTGROWN;
        }
        if (wait > most) {
          return REFUSED;
        }
      }
      if (ring.compareAndSet(slot(call), old, stamp)) {
        HEAD.compareAndSet(this, call, call + 1);
        return wait;
      }
    }
  }

  /** How long until a call could go, if none comes before. */
  long untilFree(long now) {
    while (true) {
      long call = head;
      long limiting = ring.get(slot(call - window));
      if (head == call) {
        return window < permits ? 0 : Math.max(0, limiting + per - now);
      }
    }
  }

  /** When the newest call passes or passed. */
  long newest() {
    while (true) {
      long call = head;
      long newest = ring.get(slot(call - 1));
      if (head == call) {
        return newest;
      }
    }
  }

  /** Whether forgetting everything would let no call through that is refused now. */
  boolean isIdle(long now) {
    return now - newest() >= per;
  }

  /** Ends this log, and continues it in a ring four times as large. */
  Stamps grown() {
    Stamps grown = new Stamps(permits, per, ring.length() * 4);
    grown.copy(this, close());
    return grown;
  }

  /** Ends this log, and continues it by other rules, with the newest stamps that fit. */
  Stamps under(RateLimitPolicy policy) {
    int size = Math.max(ring.length(), FIRST_SIZE);
    Stamps changed = new Stamps(policy.permits(), nanos(policy.per()), size);
    changed.copy(this, close());
    return changed;
  }

  /** Nobody passes any more: the slot of the next call holds a stamp that no call replaces. */
  private long close() {
    while (true) {
      long call = head;
      long limiting = ring.get(slot(call - window));
      long old = ring.get(slot(call));
      if (head != call) {
        continue;
      }
      if (old == CLOSED) {
        return call;
      }
      if (old > limiting) {
        HEAD.compareAndSet(this, call, call + 1);
      } else if (ring.compareAndSet(slot(call), old, CLOSED)) {
        return call;
      }
    }
  }

  private void copy(Stamps from, long call) {
    // One slot of each ring is not a stamp: that of the next call.
    int count = Math.min(mask, from.mask);
    for (long i = call - count; i < call; i++) {
      ring.set(slot(i), from.ring.get(from.slot(i)));
    }
    head = call;
  }

  private int slot(long call) {
    return (int) call & mask;
  }
}
