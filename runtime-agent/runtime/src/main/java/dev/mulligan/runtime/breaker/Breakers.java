package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * All circuit breakers of the JVM. Held weakly: the breakers of an application that is gone are
 * gone too. Thread-safe.
 */
public final class Breakers {
  private final Map<String, WeakReference<BreakerGroup>> groups = new ConcurrentHashMap<>();

  /** Starts without breakers. */
  public Breakers() {}

  /**
   * Finds or makes the group of an identity. Methods that name the same policy share its breakers.
   *
   * @param identity the policy's given name, or the method if it has none
   * @param name the name to show
   * @param policy its values
   * @param location the class and method that ask, for the message
   * @return the group; the caller keeps it reachable
   * @throws PolicyException if the policy exists with other values
   */
  public BreakerGroup group(
      String identity, String name, CircuitBreakerPolicy policy, String location) {
    BreakerGroup[] found = new BreakerGroup[1];
    groups.compute(
        identity,
        (id, reference) -> {
          BreakerGroup group = reference == null ? null : reference.get();
          if (group == null) {
            group = new BreakerGroup(name, policy);
            found[0] = group;
            return new WeakReference<>(group);
          }
          found[0] = group;
          return reference;
        });
    BreakerGroup group = Objects.requireNonNull(found[0]);
    if (!group.policy().equals(policy)) {
      throw new PolicyException(
          location,
          List.of(
              new Problem(
                  "CircuitBreaker", "name", name, "is used elsewhere with different values")));
    }
    return group;
  }

  /**
   * Lists the breakers.
   *
   * @return all there are, by name and key
   */
  public List<Breaker> list() {
    groups.values().removeIf(reference -> reference.get() == null);
    List<Breaker> all = new ArrayList<>();
    for (WeakReference<BreakerGroup> reference : groups.values()) {
      BreakerGroup group = reference.get();
      if (group != null) {
        all.addAll(group.all());
      }
    }
    all.sort(
        Comparator.comparing(Breaker::name)
            .thenComparing(breaker -> Objects.requireNonNullElse(breaker.key(), "")));
    return all;
  }

  /**
   * Opens the breakers of a policy until they are closed by hand.
   *
   * @param name the policy's name
   * @return how many breakers there are
   */
  public int open(String name) {
    return change(name, Breaker::open);
  }

  /**
   * Closes the breakers of a policy, with empty windows.
   *
   * @param name the policy's name
   * @return how many breakers there are
   */
  public int close(String name) {
    return change(name, Breaker::close);
  }

  private int change(String name, Consumer<Breaker> action) {
    List<Breaker> meant = list().stream().filter(b -> b.name().equals(name)).toList();
    meant.forEach(action);
    return meant.size();
  }
}
