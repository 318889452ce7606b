package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.keyed.Keyed;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The breakers of one policy: one, or one a value of its {@code @Key} parameter. Thread-safe.
 *
 * <p>There are {@value #MOST_KEYS} keys at most. About once a minute, and when it is full, those
 * make room that have seen no call since the last time and are healthy: closed, nothing failed or
 * slow in the window, not forced. After an hour without a call others go too. Beyond that, further
 * keys share the breaker without a key.
 */
public final class BreakerGroup {
  private static final int MOST_KEYS = 10_000;

  private final AppLog log;
  private final String name;
  private final Breaker single;
  private final Keyed<Breaker> keyed;
  private final Map<String, Hold> holdsOfKeys = new ConcurrentHashMap<>();
  private volatile CircuitBreakerPolicy policy;
  private volatile Hold hold = Hold.NONE;

  /**
   * Creates the group.
   *
   * @param name the policy's name
   * @param policy its values
   * @param log the log of the application whose breakers they are
   */
  public BreakerGroup(String name, CircuitBreakerPolicy policy, AppLog log) {
    this(name, policy, log, MOST_KEYS);
  }

  BreakerGroup(String name, CircuitBreakerPolicy policy, AppLog log, int mostKeys) {
    this.log = log;
    this.name = name;
    this.policy = policy;
    this.single = new Breaker(name, null, policy, Hold.NONE, log);
    this.keyed = new Keyed<>(mostKeys, this::make, Breaker::isIdle);
  }

  /**
   * Finds the breaker of a call without a key.
   *
   * @return always the same breaker
   */
  public Breaker single() {
    return single;
  }

  /**
   * Finds the breaker of a key.
   *
   * @param key the value; compared by {@code equals} if it is a value of the JDK, by its elements
   *     if it is an array, else by its text; null is a key of its own
   * @param shown how the key is shown, asked for when a breaker is made
   * @return the breaker, made at the first call; the one without a key if there are too many
   */
  public Breaker of(@Nullable Object key, Function<@Nullable Object, String> shown) {
    Breaker known = keyed.get(key);
    return known != null ? known : create(key, shown);
  }

  private Breaker create(@Nullable Object key, Function<@Nullable Object, String> shown) {
    String text = shown.apply(key);
    CircuitBreakerPolicy policyBefore = policy;
    Hold holdBefore = holdOf(text);
    Breaker breaker = keyed.add(key, same -> text);
    if (breaker == null) {
      return single;
    }
    // Whoever changed the group meanwhile has not seen this breaker.
    if (!policy.equals(policyBefore)) {
      breaker.reconfigure(policy);
    }
    if (holdOf(text) != holdBefore) {
      breaker.hold(holdOf(text));
    }
    return breaker;
  }

  private Breaker make(String shown) {
    return new Breaker(name, shown, policy, holdOf(shown), log);
  }

  private Hold holdOf(String key) {
    return holdsOfKeys.getOrDefault(key, hold);
  }

  /**
   * Lists the breakers.
   *
   * @return those with a key, and the one without if it is used or alone
   */
  public List<Breaker> all() {
    List<Breaker> all = new ArrayList<>(keyed.all());
    if (all.isEmpty() || single.state() != BreakerState.CLOSED) {
      all.add(single);
    }
    return all;
  }

  /**
   * Changes the values of all breakers while calls are under way.
   *
   * @param changed the new values, see {@link Breaker#reconfigure}
   */
  public void reconfigure(CircuitBreakerPolicy changed) {
    policy = changed;
    single.reconfigure(changed);
    keyed.all().forEach(breaker -> breaker.reconfigure(changed));
  }

  /** Holds all breakers, and those of keys that are still to come; returns how many there are. */
  int hold(Hold wanted) {
    hold = wanted;
    holdsOfKeys.clear();
    List<Breaker> present = keyed.all();
    single.hold(wanted);
    present.forEach(breaker -> breaker.hold(wanted));
    return Math.max(1, present.size());
  }

  /** Holds the breakers of a key, now or when it comes; returns how many, one to come included. */
  int hold(String key, Hold wanted) {
    if (wanted == hold) {
      holdsOfKeys.remove(key);
    } else {
      holdsOfKeys.put(key, wanted);
    }
    List<Breaker> present =
        keyed.all().stream().filter(breaker -> key.equals(breaker.key())).toList();
    present.forEach(breaker -> breaker.hold(wanted));
    return Math.max(1, present.size());
  }

  /**
   * Counts the breakers that have made room for others.
   *
   * @return how many, since the group was made
   */
  public long evicted() {
    return keyed.evicted();
  }

  /**
   * Reads the policy.
   *
   * @return its values at this moment
   */
  public CircuitBreakerPolicy policy() {
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
