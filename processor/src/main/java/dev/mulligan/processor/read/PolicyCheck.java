package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks the runtime's own code whether the values of an annotation make sense. */
final class PolicyCheck {
  private final Tools tools;
  private final AnnotationText text;
  private final CreatedClasses classes;
  private final SharedNames names;

  PolicyCheck(Tools tools) {
    this.tools = tools;
    this.text = new AnnotationText(tools.elements());
    this.classes = new CreatedClasses(tools);
    this.names = new SharedNames(tools.reporter());
  }

  /** Reports everything that is wrong with one annotation. */
  void check(Found found) {
    Map<String, String> values = knownValues(text.of(found.annotation()));
    List<Problem> problems = new ArrayList<>();
    MethodPolicies policies = MethodPolicies.read(Map.of(found.policy(), values), problems);
    for (Problem problem : problems) {
      tools
          .reporter()
          .report(
              Diagnostic.BAD_POLICY,
              found.place(problem.attribute()),
              found.location(),
              problem.toString());
    }
    classes.check(found);
    if (problems.isEmpty()) {
      String name = values.getOrDefault("name", "");
      names.add(found, name.equals(MethodPolicies.UNKNOWN) ? "" : name, policies);
    }
  }

  /** Marks what only configuration will tell. */
  private static Map<String, String> knownValues(Map<String, String> values) {
    Map<String, String> known = new LinkedHashMap<>();
    values.forEach(
        (attribute, value) -> {
          String resolved = Placeholders.defaults(value);
          known.put(attribute, resolved == null ? MethodPolicies.UNKNOWN : resolved);
        });
    return known;
  }
}
