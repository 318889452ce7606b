package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What configuration makes of the values that annotations have. */
final class Configured {
  private Configured() {}

  static Map<String, Map<String, String>> values(
      GuardedMethod method, Map<String, Map<String, String>> annotations) {
    Config config = Config.of(method.declaring().getClassLoader());
    String shared = sharedName(method, annotations, config);
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    annotations.forEach(
        (annotation, attributes) -> {
          Map<String, String> resolved = new LinkedHashMap<>();
          attributes.forEach((attribute, text) -> resolved.put(attribute, config.resolve(text)));
          String given = resolved.getOrDefault("name", "");
          for (String policy : List.of(method.shortName(), given.isEmpty() ? shared : given)) {
            Set<String> attributeNames = MethodPolicies.attributes(annotation);
            KnownKeys.add(policy, annotation, attributeNames);
            resolved.putAll(config.overrides(policy, annotation, attributeNames));
          }
          values.put(annotation, resolved);
        });
    KnownKeys.report();
    return values;
  }

  /**
   * Every policy can be reached by its method. One with a name can be reached by that too; one
   * without goes by the retry's, then the breaker's.
   */
  private static String sharedName(
      GuardedMethod method, Map<String, Map<String, String>> annotations, Config config) {
    for (String annotation : new String[] {"Retry", "CircuitBreaker"}) {
      String name =
          config.resolve(annotations.getOrDefault(annotation, Map.of()).getOrDefault("name", ""));
      if (!name.isEmpty()) {
        return name;
      }
    }
    return method.shortName();
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
              values.put(annotation, defaults);
            });
    return written.bases().isEmpty()
        ? MethodPolicies.read(values, new ArrayList<>())
        : MethodPolicies.read(method.location(), values, written.bases());
  }
}
