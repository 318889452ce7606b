package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys that exist, so that misspelt ones are answered with the nearest. Policies become known
 * as their guards are built. Thread-safe.
 */
public final class KnownKeys {
  /** What can be said of a policy as a whole. */
  static final Set<String> OF_POLICIES = Set.of("enabled", "key", "methods", "mode", "policies");

  private static final Spellcheck SHARED = shared();
  private static final Set<String> ADDED = ConcurrentHashMap.newKeySet();

  private KnownKeys() {}

  private static Spellcheck shared() {
    Spellcheck check =
        new Spellcheck(
            () -> Config.allKeys(Spelling.PREFIX),
            Outside::propertyCount,
            Outside.environment().keySet(),
            Log::warn);
    for (String key :
        List.of(
            "admin",
            "agent",
            "async",
            "config",
            "counters",
            "dir",
            "enabled",
            "exclude",
            "jmx",
            "mode",
            "off",
            "shutdown.wait",
            "store.password",
            "store.table",
            "store.url",
            "store.user",
            "store.kafka.bootstrap",
            "store.kafka.properties",
            "store.kafka.replication",
            "store.kafka.timeout",
            "store.kafka.topic",
            "strict",
            "watch")) {
      check.add(Spelling.PREFIX + key);
    }
    return check;
  }

  /**
   * Makes a key known that belongs to no policy.
   *
   * @param key the whole key, such as {@code mulligan.dir}
   */
  public static void add(String key) {
    SHARED.add(key);
  }

  /**
   * Makes a policy known that a file defines: the keys {@code mulligan.<policy>.methods}, {@code
   * policies}, {@code key}, {@code mode} and {@code enabled}, and all attributes of the annotations
   * that it has, whether a method uses it or not.
   *
   * @param policy the policy's name
   * @param annotations the simple names of its annotations, such as {@code CircuitBreaker}; unknown
   *     ones are ignored
   */
  public static void addPolicy(String policy, Collection<String> annotations) {
    SHARED.addPolicy(policy);
    for (String annotation : annotations) {
      if (MethodPolicies.ANNOTATIONS.contains(annotation)) {
        add(policy, annotation, MethodPolicies.attributes(annotation));
      }
    }
  }

  /**
   * Makes the keys of a policy known. Call {@link #report()} when all annotations of a method have
   * been added.
   *
   * @param policy the policy's name
   * @param annotation the simple name of the annotation
   * @param attributes the attributes that it has
   */
  public static void add(String policy, String annotation, Set<String> attributes) {
    // Asked again by every guard at every change, and what an annotation has never changes.
    if (ADDED.add(policy + " " + annotation)) {
      SHARED.add(policy, annotation, attributes);
    }
  }

  /**
   * Logs what is certainly wrong, each key once: unknown attributes of known policies, and unknown
   * keys of a single word. Names of unknown policies may still become known, and are reported 30
   * seconds after the first policy was added, and at later changes at once.
   */
  public static void report() {
    if (SHARED.reportSure()) {
      Watch.start();
    }
  }

  /**
   * Lists every configured key that begins with {@code mulligan.}, or {@code MULLIGAN_} in the
   * environment, and matches nothing that is known by now.
   *
   * @return a message a key, with the nearest known one
   */
  public static List<String> problems() {
    return SHARED.problems();
  }

  /** There is another place to find keys in. */
  static void keysAdded() {
    SHARED.keysChanged();
  }

  static void reportChanged() {
    SHARED.reportChanged();
  }

  static void reportLate() {
    SHARED.reportLate();
  }
}
