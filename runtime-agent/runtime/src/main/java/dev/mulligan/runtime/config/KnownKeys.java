package dev.mulligan.runtime.config;

import dev.mulligan.runtime.log.Log;
import java.util.List;
import java.util.Set;

/**
 * The keys that exist, so that misspelt ones are answered with the nearest. Policies become known
 * as their guards are built. Thread-safe.
 */
public final class KnownKeys {
  private static final Spellcheck SHARED = shared();

  private KnownKeys() {}

  private static Spellcheck shared() {
    Spellcheck check =
        new Spellcheck(() -> Config.allKeys(Spelling.PREFIX), System.getenv().keySet(), Log::warn);
    for (String key :
        List.of("enabled", "dir", "config", "exclude", "async", "counters", "agent")) {
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
   * Makes the keys of a policy known. Call {@link #report()} when all annotations of a method have
   * been added.
   *
   * @param policy the policy's name
   * @param annotation the simple name of the annotation
   * @param attributes the attributes that it has
   */
  public static void add(String policy, String annotation, Set<String> attributes) {
    SHARED.add(policy, annotation, attributes);
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

  static void reportChanged() {
    SHARED.reportChanged();
  }

  static void reportLate() {
    SHARED.reportLate();
  }
}
