package dev.mulligan.runtime.config;

import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.Nearest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that exist, in one spelling. A policy's name may hold separators, the names of
 * annotations and attributes hold none: so the last two words of a key are those. Thread-safe.
 */
final class Names {
  private static final int MOST_KINDS = 8;

  private final Spelling spelling;
  private final Set<String> single = ConcurrentHashMap.newKeySet();
  private final Set<String> words = new TreeSet<>();
  private final Set<String> kinds = ConcurrentHashMap.newKeySet();

  /** The annotations of each policy. */
  private final Map<String, Set<String>> policies = new ConcurrentHashMap<>();

  /** The attributes of each annotation that any policy has. */
  private final Map<String, Set<String>> attributesOf = new ConcurrentHashMap<>();

  Names(Spelling spelling) {
    this.spelling = spelling;
    KnownKeys.OF_POLICIES.forEach(word -> words.add(spelling.write(word)));
    MethodPolicies.ANNOTATIONS.forEach(kind -> kinds.add(spelling.write(Config.inKey(kind))));
  }

  void add(String key) {
    single.add(spelling.write(key));
  }

  void add(String policy, String annotation, Set<String> attributes) {
    String kind = spelling.write(Config.inKey(annotation));
    if (!attributesOf.containsKey(kind)) {
      Set<String> written = new TreeSet<>();
      attributes.forEach(attribute -> written.add(spelling.write(attribute)));
      attributesOf.put(kind, written);
    }
    annotationsOf(policy).add(kind);
  }

  /** Makes a policy known that may have no annotation at all. */
  void addPolicy(String policy) {
    annotationsOf(policy);
  }

  private Set<String> annotationsOf(String policy) {
    return policies.computeIfAbsent(
        spelling.write(policy), p -> ConcurrentHashMap.newKeySet(MOST_KINDS));
  }

  boolean knows(String name) {
    Key key = Key.of(name, spelling);
    return single.contains(name)
        || (words.contains(key.attribute()) && policies.containsKey(key.start()))
        || (policies.getOrDefault(key.policy(), Set.of()).contains(key.annotation())
            && attributesOf.getOrDefault(key.annotation(), Set.of()).contains(key.attribute()));
  }

  /** Tells whether an unknown name will stay unknown, whatever guards are built later. */
  boolean isSurelyWrong(String name) {
    Key key = Key.of(name, spelling);
    if (key.annotation().isEmpty()) {
      return true;
    }
    boolean isKind = kinds.contains(key.annotation());
    Set<String> known = policies.get(key.policy());
    if (known != null) {
      // Another method may give the same policy its other annotations.
      return !isKind || known.contains(key.annotation());
    }
    return !isKind && policies.containsKey(key.start());
  }

  /** The known name that was probably meant. */
  String nearest(String name) {
    Set<String> candidates = new TreeSet<>(single);
    if (!policies.isEmpty()) {
      String policy = policyOf(Key.of(name, spelling));
      String prefix = spelling.prefix + policy + spelling.separator;
      words.forEach(word -> candidates.add(prefix + word));
      for (String annotation : policies.getOrDefault(policy, Set.of())) {
        for (String attribute : attributesOf.getOrDefault(annotation, Set.of())) {
          candidates.add(prefix + annotation + spelling.separator + attribute);
        }
      }
    }
    return Nearest.to(name, candidates);
  }

  /** First the policy, then its keys: all keys of all policies would be slow to compare. */
  private String policyOf(Key key) {
    if (policies.containsKey(key.policy())) {
      return key.policy();
    }
    if (policies.containsKey(key.start())) {
      return key.start();
    }
    return Nearest.to(key.policy().isEmpty() ? key.start() : key.policy(), policies.keySet());
  }

  /**
   * A name in words.
   *
   * @param policy all but the last two words; empty if there are only two
   * @param annotation the last word but one; empty if there is only one
   * @param attribute the last word
   */
  private record Key(String policy, String annotation, String attribute, char separator) {
    static Key of(String name, Spelling spelling) {
      String rest = name.substring(spelling.prefix.length());
      int last = rest.lastIndexOf(spelling.separator);
      if (last < 0) {
        return new Key("", "", rest, spelling.separator);
      }
      int before = rest.lastIndexOf(spelling.separator, last - 1);
      return new Key(
          before < 0 ? "" : rest.substring(0, before),
          rest.substring(before + 1, last),
          rest.substring(last + 1),
          spelling.separator);
    }

    /** All but the last word: the policy, if its annotation was left out. */
    String start() {
      return policy.isEmpty() ? annotation : policy + separator + annotation;
    }
  }
}
