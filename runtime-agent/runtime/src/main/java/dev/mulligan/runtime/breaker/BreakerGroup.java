package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The breakers of one policy: one, or one a value of its {@code @Key} parameter. Thread-safe.
 *
 * <p>There are {@value #MOST_KEYS} keys at most. Beyond that, closed breakers make room: they lose
 * their window, which is the cheapest thing to lose. Where none is closed, further keys share the
 * breaker without a key.
 */
public final class BreakerGroup {
  private static final int MOST_KEYS = 10_000;

  private final String name;
  private final CircuitBreakerPolicy policy;
  private final Breaker single;
  private volatile boolean heldOpen;
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
   * @param shown how the key is shown, asked for when a breaker is made
   * @return the breaker, made at the first call; the one without a key if there are too many
   */
  public Breaker of(@Nullable Object key, Function<@Nullable Object, String> shown) {
    Object identity =
        key instanceof String || key instanceof Number || key instanceof Enum
            ? key
            : String.valueOf(key);
    Breaker known = keyed.get(identity);
    return known != null ? known : create(identity, shown.apply(key));
  }

  private Breaker create(Object identity, String shown) {
    if (keyed.size() >= MOST_KEYS) {
      keyed.values().removeIf(breaker -> breaker.state() == BreakerState.CLOSED);
      if (keyed.size() >= MOST_KEYS) {
        return single;
      }
    }
    return keyed.computeIfAbsent(
        identity,
        k -> {
          Breaker breaker = new Breaker(name, shown, policy);
          if (heldOpen) {
            breaker.open();
          }
          return breaker;
        });
  }

  /**
   * Lists the breakers.
   *
   * @return those with a key, and the one without if it is used or alone
   */
  public List<Breaker> all() {
    List<Breaker> all = new ArrayList<>(keyed.values());
    if (all.isEmpty() || single.state() != BreakerState.CLOSED) {
      all.add(single);
    }
    return all;
  }

  /** Opens all breakers, and those of keys that are still to come, until {@link #close()}. */
  void open() {
    heldOpen = true;
    single.open();
    keyed.values().forEach(Breaker::open);
  }

  /** Closes all breakers, with empty windows. */
  void close() {
    heldOpen = false;
    single.close();
    keyed.values().forEach(Breaker::close);
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
