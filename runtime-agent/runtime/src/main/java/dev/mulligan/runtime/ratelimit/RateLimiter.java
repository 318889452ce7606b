package dev.mulligan.runtime.ratelimit;

import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.rejection.RateLimitExceededException;
import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.runtime.time.CoarseClock;
import dev.mulligan.runtime.time.Time;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many calls begin in any stretch of time, and no more: a sliding log, not a bucket that
 * fills or a window that jumps, so twice the limit never fits around a boundary.
 *
 * <p>A call that passes reads the coarse clock where the stretch is 100 ms or longer. That clock
 * lags, so the call is checked against the earliest time that it can be, and remembered with the
 * latest. The limit holds all the same; the price is that a permit may come back late, by twice the
 * clock's resolution: a five-hundredth of the stretch, and 2 ms at least. Only a call that would be
 * refused reads the precise clock. Thread-safe and, but for {@link #reconfigure}, lock-free.
 */
public final class RateLimiter {
  private static final long CLOCK_SLACK = 250_000_000;

  private final String name;
  private final @Nullable String key;
  private final long origin = Time.nanoTime();
  private final ReentrantLock replacing = new ReentrantLock();
  private volatile RateLimitPolicy policy;
  private volatile Stamps stamps;
  private volatile long longestWait;

  /**
   * Creates a limiter that has let no call through yet.
   *
   * @param name the policy's name
   * @param key the value of the {@code @Key} parameter, or null
   * @param policy its values; stretches and waits beyond 36 years count as 36 years
   */
  public RateLimiter(String name, @Nullable String key, RateLimitPolicy policy) {
    this.name = name;
    this.key = key;
    this.policy = policy;
    this.stamps = new Stamps(policy);
    this.longestWait = Stamps.nanos(policy.maxWait());
    stamps.serveClock();
  }

  /**
   * Lets a call through if it may begin now. Calls that have reserved a turn are not overtaken.
   *
   * @return true if the call may begin
   */
  public boolean tryAcquire() {
    return passesCoarsely() || acquire(0) == 0;
  }

  /**
   * Lets a call through, or reserves its turn within the policy's {@code maxWait}.
   *
   * @return see {@link #reserve(long)}
   */
  public long reserve() {
    return reserve(Long.MAX_VALUE);
  }

  /**
   * Lets a call through, or reserves its turn within the policy's {@code maxWait}, or within less.
   * Turns are given in the order of asking. The call counts at the time of its turn, however late
   * it wakes; a turn that is not used, because the caller was interrupted, is lost.
   *
   * @param limit the longest wait that the caller has time for, in nanoseconds
   * @return zero if the call may begin now; how many nanoseconds it must wait; or less than zero if
   *     it is refused
   */
  public long reserve(long limit) {
    return passesCoarsely() ? 0 : acquire(Math.min(limit, Stamps.nanos(policy.maxWait())));
  }

  /**
   * Tells when a call could pass.
   *
   * @return the time until then if no other call comes before; zero if there is a permit now
   */
  public Duration retryAfter() {
    return Duration.ofNanos(stamps.untilFree(now()));
  }

  /**
   * Makes the exception of a call that was refused.
   *
   * @return a new instance
   */
  public RejectedCallException refusal() {
    return new RateLimitExceededException(name, key, retryAfter());
  }

  /**
   * Changes the values. The newest calls stay counted, as many as the log holds: all of the last
   * stretch if {@code permits} and {@code per} do not grow. Turns that were given stay as they are.
   *
   * @param changed the new values
   */
  public void reconfigure(RateLimitPolicy changed) {
    replacing.lock();
    try {
      policy = changed;
      longestWait = Math.max(longestWait, Stamps.nanos(changed.maxWait()));
      Stamps continued = stamps.under(changed);
      continued.serveClock();
      stamps = continued;
    } finally {
      replacing.unlock();
    }
  }

  /**
   * Tells whether the limiter can be forgotten.
   *
   * @return true if a new one would let the same calls through
   */
  public boolean isIdle() {
    return stamps.isIdle(now());
  }

  /**
   * Reads the policy.
   *
   * @return its values at this moment
   */
  public RateLimitPolicy policy() {
    return policy;
  }

  /**
   * Names the policy.
   *
   * @return the policy's name
   */
  public String name() {
    return name;
  }

  /**
   * Tells which of a policy's limiters this is.
   *
   * @return the value of the {@code @Key} parameter, or null
   */
  public @Nullable String key() {
    return key;
  }

  private boolean passesCoarsely() {
    Stamps log = stamps;
    return log.isCoarse()
        && log.claim(CoarseClock.now() - origin, CoarseClock.ceiling() - origin, 0) == 0;
  }

  private long acquire(long most) {
    while (true) {
      Stamps log = stamps;
      long now = now();
      long wait = log.claim(now, now, most);
      if (wait == Stamps.OUTGROWN) {
        replace(log, Stamps::grown);
      } else if (wait == Stamps.REFUSED && log.newest() - now() > longestWait + CLOCK_SLACK) {
        // A test's clock has jumped back; no call was let through that far ahead.
        replace(log, outdated -> new Stamps(policy));
      } else {
        return wait;
      }
    }
  }

  /** Whoever comes first replaces the log; the others wait for it, and find the new one. */
  private void replace(Stamps outdated, UnaryOperator<Stamps> successor) {
    replacing.lock();
    try {
      if (stamps == outdated) {
        stamps = successor.apply(outdated);
      }
    } finally {
      replacing.unlock();
    }
  }

  private long now() {
    return Time.nanoTime() - origin;
  }
}
