package dev.mulligan.runtime.breaker;

import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

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
   * @param policy the values of a new group; a group that is there keeps its own
   * @param log the log of the application whose breakers they are
   * @return the group; the caller keeps it reachable
   */
  public BreakerGroup group(String identity, String name, CircuitBreakerPolicy policy, AppLog log) {
    BreakerGroup fresh = new BreakerGroup(name, policy, log);
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
   * Opens the breakers of a policy, and those of keys yet to come, until {@link #close(String)}.
   *
   * @param name the policy's name
   * @return how many breakers are meant; zero if there is no such policy
   */
  public int open(String name) {
    return hold(name, group -> group.hold(Hold.OPEN));
  }

  /**
   * Does the same for one key, now or when it comes.
   *
   * @param name the policy's name
   * @param key the key, as it is shown
   * @return how many breakers are meant, one that is still to come included; zero if there is no
   *     such policy
   */
  public int open(String name, String key) {
    return hold(name, group -> group.hold(key, Hold.OPEN));
  }

  /**
   * Keeps the breakers of a policy closed, and those of keys yet to come, until {@link
   * #close(String)}: calls pass and are counted.
   *
   * @param name the policy's name
   * @return how many breakers are meant; zero if there is no such policy
   */
  public int forceClosed(String name) {
    return hold(name, group -> group.hold(Hold.CLOSED));
  }

  /**
   * Does the same for one key, now or when it comes.
   *
   * @param name the policy's name
   * @param key the key, as it is shown
   * @return how many breakers are meant, one that is still to come included; zero if there is no
   *     such policy
   */
  public int forceClosed(String name, String key) {
    return hold(name, group -> group.hold(key, Hold.CLOSED));
  }

  /**
   * Switches off the breakers of a policy, and those of keys yet to come, until {@link
   * #close(String)}: calls pass and nothing is counted.
   *
   * @param name the policy's name
   * @return how many breakers are meant; zero if there is no such policy
   */
  public int disable(String name) {
    return hold(name, group -> group.hold(Hold.DISABLED));
  }

  /**
   * Does the same for one key, now or when it comes.
   *
   * @param name the policy's name
   * @param key the key, as it is shown
   * @return how many breakers are meant, one that is still to come included; zero if there is no
   *     such policy
   */
  public int disable(String name, String key) {
    return hold(name, group -> group.hold(key, Hold.DISABLED));
  }

  /**
   * Closes the breakers of a policy, with empty windows, and lets them decide by themselves again.
   *
   * @param name the policy's name
   * @return how many breakers are meant; zero if there is no such policy
   */
  public int close(String name) {
    return hold(name, group -> group.hold(Hold.NONE));
  }

  /**
   * Does the same for one key, now or when it comes.
   *
   * @param name the policy's name
   * @param key the key, as it is shown
   * @return how many breakers are meant, one that is still to come included; zero if there is no
   *     such policy
   */
  public int close(String name, String key) {
    return hold(name, group -> group.hold(key, Hold.NONE));
  }

  /**
   * Counts the breakers that have made room for others.
   *
   * @return how many, among all policies in use
   */
  public long evicted() {
    return groups().stream().mapToLong(BreakerGroup::evicted).sum();
  }

  private int hold(String name, ToIntFunction<BreakerGroup> action) {
    return groups().stream().filter(g -> g.name().equals(name)).mapToInt(action).sum();
  }

  private List<BreakerGroup> groups() {
    groups.values().removeIf(reference -> reference.get() == null);
    return groups.values().stream().map(WeakReference::get).filter(Objects::nonNull).toList();
  }
}
