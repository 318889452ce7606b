package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Reporter;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches that policies of one name have the same values, since configuration and metrics, and a
 * breaker's state, know them by that name alone. Not thread-safe.
 */
final class SharedNames {
  private final Reporter reporter;
  private final Map<Name, Use> uses = new HashMap<>();

  SharedNames(Reporter reporter) {
    this.reporter = reporter;
  }

  void add(Found found, Map<String, String> values) {
    String name = values.getOrDefault("name", "");
    if (name.isEmpty() || name.equals(MethodPolicies.UNKNOWN)) {
      return;
    }
    Map<String, Map<String, String>> alone = Map.of(found.policy(), values);
    Use use = new Use(found.location(), MethodPolicies.read(found.location(), alone));
    Use first = uses.putIfAbsent(new Name(found.policy(), name), use);
    if (first != null && !first.policies().equals(use.policies())) {
      reporter.report(
          Diagnostic.NAME_CLASH,
          found.place("name"),
          found.location(),
          "@%s(name = %s): has other values than at %s; make them equal, or give it another name"
              .formatted(found.policy(), name, first.location()));
    }
  }

  private record Name(String policy, String name) {}

  private record Use(String location, MethodPolicies policies) {}
}
