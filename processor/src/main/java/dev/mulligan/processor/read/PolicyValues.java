package dev.mulligan.processor.read;

import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the values of policy annotations as the runtime does, before there is configuration. */
final class PolicyValues {
  private final AnnotationText text;

  PolicyValues(Tools tools) {
    this.text = new AnnotationText(tools.elements());
  }

  /** The values of one annotation; what only configuration will tell is marked so. */
  Map<String, String> of(Found found) {
    Map<String, String> known = new LinkedHashMap<>();
    text.of(found.annotation())
        .forEach(
            (attribute, value) -> {
              String resolved = Placeholders.defaults(value);
              known.put(attribute, resolved == null ? MethodPolicies.UNKNOWN : resolved);
            });
    return known;
  }

  /** All policies of a method, without those that have problems. */
  MethodPolicies of(List<Found> policies) {
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    policies.forEach(found -> values.put(found.policy(), of(found)));
    return MethodPolicies.read(values, new ArrayList<>());
  }
}
