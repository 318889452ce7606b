package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
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
   * Finds or makes the group of an identity.
   *
   * @param identity what is shared: methods with the same identity share their breakers
   * @param name the name to show
   * @param policy the values of a new group
   * @return the group; the caller keeps it reachable
   */
  public BreakerGroup group(String identity, String name, CircuitBreakerPolicy policy) {
    BreakerGroup fresh = new BreakerGroup(name, policy);
    BreakerGroup[] found = {fresh};
    groups.compute(
        identity,
        (id, reference) -> {
          BreakerGroup known = reference == null ? null : reference.get();
          if (known == null) {
            return new WeakReference<>(fresh);
          }
          found[0] = known;
          return reference;
        });
    return found[0];
  }

  /**
   * Lists the breakers.
   *
   * @return all there are, by name and key
   */
  public List<Breaker> list() {
    List<Breaker> all = new ArrayList<>();
    groups().forEach(group -> all.addAll(group.all()));
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
    return change(name, BreakerGroup::open);
  }

  /**
   * Closes the breakers of a policy, with empty windows.
   *
   * @param name the policy's name
   * @return how many breakers there are
   */
  public int close(String name) {
    return change(name, BreakerGroup::close);
  }

  private int change(String name, Consumer<BreakerGroup> action) {
    List<BreakerGroup> meant = groups().stream().filter(g -> g.name().equals(name)).toList();
    meant.forEach(action);
    return meant.stream().mapToInt(group -> group.all().size()).sum();
  }

  private List<BreakerGroup> groups() {
    groups.values().removeIf(reference -> reference.get() == null);
    return groups.values().stream().map(WeakReference::get).filter(Objects::nonNull).toList();
  }
}
