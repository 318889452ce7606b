package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.Nearest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the keys that were meant to override a policy and do not, because they are misspelt. */
final class Overrides {
  private static final Set<String> REPORTED = ConcurrentHashMap.newKeySet();

  private Overrides() {}

  static void reportUnknown(Config config, String policy) {
    String prefix = "mulligan." + policy + ".";
    Set<String> known = new TreeSet<>();
    for (String annotation : MethodPolicies.ANNOTATIONS) {
      String name = annotation.substring(0, 1).toLowerCase(Locale.ROOT) + annotation.substring(1);
      MethodPolicies.attributes(annotation)
          .forEach(attribute -> known.add(prefix + name + "." + attribute));
    }
    for (String key : config.keys(prefix)) {
      // With more dots it is a key of a policy whose name begins like this one's.
      boolean ofThisPolicy = key.substring(prefix.length()).split("\\.", -1).length <= 2;
      if (ofThisPolicy && !known.contains(key) && REPORTED.add(key)) {
        Log.warn("Nothing is called " + key + "; did you mean " + Nearest.to(key, known) + "?");
      }
    }
  }
}
