package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The breakers of one policy: one, or one a value of its {@code @Key} parameter. Thread-safe.
 *
 * <p>There are {@value #MOST_KEYS} keys at most. Beyond that, closed breakers make room: they lose
 * their window, which is the cheapest thing to lose.
 */
public final class BreakerGroup {
  private static final int MOST_KEYS = 10_000;

  private final String name;
  private final CircuitBreakerPolicy policy;
  private final Breaker single;
  private final ConcurrentHashMap<Object, Breaker> keyed = new ConcurrentHashMap<>();

  /**
   * Creates the group.
   *
   * @param name the policy's name
   * @param policy its values
   */
  public BreakerGroup(String name, CircuitBreakerPolicy policy) {
    this.name = name;
    this.policy = policy;
    this.single = new Breaker(name, null, policy);
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
   * @param key the value; compared by {@code equals} if it is a value of the JDK, else by its text;
   *     null is a key of its own
   * @return the breaker, made at the first call
   */
  public Breaker of(@Nullable Object key) {
    Object identity =
        key instanceof String || key instanceof Number || key instanceof Enum
            ? key
            : String.valueOf(key);
    Breaker known = keyed.get(identity);
    return known != null ? known : create(identity);
  }

  private Breaker create(Object identity) {
    if (keyed.size() >= MOST_KEYS) {
      keyed.values().removeIf(breaker -> breaker.state() == BreakerState.CLOSED);
    }
    return keyed.computeIfAbsent(identity, k -> new Breaker(name, String.valueOf(k), policy));
  }

  /**
   * Lists the breakers.
   *
   * @return those with a key if there are any, else the one without
   */
  public List<Breaker> all() {
    return keyed.isEmpty() ? List.of(single) : new ArrayList<>(keyed.values());
  }

  /**
   * Reads the policy.
   *
   * @return its values
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
