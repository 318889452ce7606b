package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What configuration makes of the values that annotations have. */
final class Configured {
  private Configured() {}

  static Map<String, Map<String, String>> values(GuardedMethod method, Written written) {
    Map<String, Map<String, String>> annotations = written.policies();
    Config config = Config.of(method.declaring().getClassLoader());
    String shared = sharedName(method, written, config);
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    annotations.forEach(
        (annotation, attributes) -> {
          Map<String, String> resolved = new LinkedHashMap<>();
          attributes.forEach((attribute, text) -> resolved.put(attribute, config.resolve(text)));
          nameIfShared(annotation, resolved, written.given());
          String own = resolved.getOrDefault("name", "");
          for (String policy : names(method, written.given(), own.isEmpty() ? shared : own)) {
            Set<String> attributeNames = MethodPolicies.attributes(annotation);
            KnownKeys.add(policy, annotation, attributeNames);
            resolved.putAll(config.overrides(policy, annotation, attributeNames));
          }
          values.put(annotation, resolved);
        });
    return values;
  }

  /**
   * Every policy can be reached by its method. One with a name can be reached by that too; one
   * without goes by the retry's, then the breaker's.
   */
  private static String sharedName(GuardedMethod method, Written written, Config config) {
    if (!written.given().isEmpty()) {
      return written.given();
    }
    Map<String, Map<String, String>> annotations = written.policies();
    for (String annotation : new String[] {"Retry", "CircuitBreaker"}) {
      String name =
          config.resolve(annotations.getOrDefault(annotation, Map.of()).getOrDefault("name", ""));
      if (!name.isEmpty()) {
        return name;
      }
    }
    return method.shortName();
  }

  /** The names by which a policy can be reached, the strongest last. */
  private static Set<String> names(GuardedMethod method, String given, String own) {
    Set<String> names = new LinkedHashSet<>();
    names.add(method.shortName());
    if (!given.isEmpty()) {
      names.add(given);
    }
    names.remove(own);
    names.add(own);
    return names;
  }

  /** What has a state that methods share is shared under the given name too. */
  private static void nameIfShared(String annotation, Map<String, String> values, String given) {
    boolean isShared = annotation.equals("Retry") || annotation.equals("CircuitBreaker");
    if (isShared && !given.isEmpty() && values.getOrDefault("name", "").isEmpty()) {
      values.put("name", given);
    }
  }

  /** The policies as they are without any configuration; those that cannot be are null. */
  static MethodPolicies unconfigured(GuardedMethod method, Written written) {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    written
        .policies()
        .forEach(
            (annotation, attributes) -> {
              Map<String, String> defaults = new LinkedHashMap<>();
              attributes.forEach(
                  (attribute, text) -> {
                    String value = Config.defaults(text);
                    defaults.put(attribute, value.contains("${") ? MethodPolicies.UNKNOWN : value);
                  });
              nameIfShared(annotation, defaults, written.given());
              values.put(annotation, defaults);
            });
    return written.isCode()
        ? MethodPolicies.read(method.location(), values, written.bases())
        : MethodPolicies.read(values, new ArrayList<>());
  }
}
