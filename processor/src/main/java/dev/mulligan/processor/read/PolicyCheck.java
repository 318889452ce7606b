package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks the runtime's own code whether the values of annotations make sense. */
final class PolicyCheck {
  private final Tools tools;
  private final PolicyValues known;
  private final CreatedClasses classes;
  private final SharedNames names;

  PolicyCheck(Tools tools) {
    this.tools = tools;
    this.known = new PolicyValues(tools);
    this.classes = new CreatedClasses(tools);
    this.names = new SharedNames(tools.reporter());
  }

  /** Reports everything that is wrong with the annotations of one method, and between them. */
  void check(List<Found> annotations) {
    Map<String, Found> byPolicy = new LinkedHashMap<>();
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    for (Found found : annotations) {
      byPolicy.put(found.policy(), found);
      values.put(found.policy(), known.of(found));
      checkKnown(found);
      classes.check(found);
    }
    List<Problem> problems = new ArrayList<>();
    MethodPolicies.read(values, problems);
    for (Problem problem : problems) {
      report(Objects.requireNonNull(byPolicy.get(problem.annotation())), problem);
    }
    problems.forEach(problem -> byPolicy.remove(problem.annotation()));
    byPolicy.forEach((policy, found) -> names.add(found, values.getOrDefault(policy, Map.of())));
  }

  /** Of what is being compiled, the compiler itself tells. */
  private void checkKnown(Found found) {
    boolean compiled = found.annotation().equals(found.place().annotation());
    found
        .annotation()
        .getElementValues()
        .forEach(
            (attribute, value) -> {
              if (!compiled && UnresolvedValues.isUnknown(value)) {
                tools
                    .reporter()
                    .report(
                        Diagnostic.BAD_POLICY,
                        found.place(),
                        found.location(),
                        "@%s(%s): names a class that is not on the class path; add it"
                            .formatted(found.policy(), attribute.getSimpleName()));
              }
            });
  }

  private void report(Found found, Problem problem) {
    tools
        .reporter()
        .report(
            Diagnostic.BAD_POLICY,
            found.place(problem.attribute()),
            found.location(),
            problem.toString());
  }
}
