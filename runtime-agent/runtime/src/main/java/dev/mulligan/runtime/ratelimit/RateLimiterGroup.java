package dev.mulligan.runtime.ratelimit;

import dev.mulligan.runtime.keyed.Keyed;
import dev.mulligan.runtime.policy.RateLimitPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rate limiters of one policy: one, or one a value of its {@code @Key} parameter. Thread-safe.
 *
 * <p>There are {@value #MOST_KEYS} keys at most. Beyond that, limiters make room whose last call is
 * a whole stretch ago: forgetting them lets nothing through that they would refuse. Where there is
 * none, further keys share the limiter without a key.
 */
public final class RateLimiterGroup {
  private static final int MOST_KEYS = 10_000;

  private final String name;
  private final RateLimiter single;
  private final Keyed<RateLimiter> keyed;
  private volatile RateLimitPolicy policy;

  /**
   * Creates the group.
   *
   * @param name the policy's name
   * @param policy its values
   */
  public RateLimiterGroup(String name, RateLimitPolicy policy) {
    this.name = name;
    this.policy = policy;
    this.single = new RateLimiter(name, null, policy);
    this.keyed = new Keyed<>(MOST_KEYS, this::make, RateLimiter::isIdle);
  }

  /**
   * Finds the limiter of a call without a key.
   *
   * @return always the same limiter
   */
  public RateLimiter single() {
    return single;
  }

  /**
   * Finds the limiter of a key.
   *
   * @param key the value; compared by {@code equals} if it is a value of the JDK, by its elements
   *     if it is an array, else by its text; null is a key of its own
   * @param shown how the key is shown, asked for when a limiter is made
   * @return the limiter, made at the first call; the one without a key if there are too many
   */
  public RateLimiter of(@Nullable Object key, Function<@Nullable Object, String> shown) {
    RateLimiter known = keyed.get(key);
    return known != null ? known : create(key, shown);
  }

  private RateLimiter create(@Nullable Object key, Function<@Nullable Object, String> shown) {
    RateLimiter fresh = keyed.add(key, shown);
    if (fresh == null) {
      return single;
    }
    RateLimitPolicy current = policy;
    if (!fresh.policy().equals(current)) {
      // It was made by the old policy, and listed too late to hear of the new one.
      fresh.reconfigure(current);
    }
    return fresh;
  }

  private RateLimiter make(String shown) {
    return new RateLimiter(name, shown, policy);
  }

  /**
   * Changes the values of all limiters, those of keys still to come included.
   *
   * @param changed the new values
   */
  public void reconfigure(RateLimitPolicy changed) {
    policy = changed;
    single.reconfigure(changed);
    keyed.all().forEach(limiter -> limiter.reconfigure(changed));
  }

  /**
   * Lists the limiters.
   *
   * @return those with a key, or the one without if there are none
   */
  public List<RateLimiter> all() {
    List<RateLimiter> all = new ArrayList<>(keyed.all());
    if (all.isEmpty() || !single.isIdle()) {
      all.add(single);
    }
    return all;
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
}
