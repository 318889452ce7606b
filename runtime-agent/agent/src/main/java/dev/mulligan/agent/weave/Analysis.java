package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which methods of a class are to be woven, and which should be and cannot. */
final class Analysis {
  /** A constant of a class file has 65,535 bytes, and a character up to three. */
  private static final int LONGEST = 21_845;

  private final Subject subject;
  private final Types types;
  private final TypeInfo type;
  private final PolicyReader reader;
  private final GuardedMethods methods = new GuardedMethods();
  private final List<Finding> refused = new ArrayList<>();

  private Analysis(Subject subject, PolicyFile file) {
    this.subject = subject;
    this.types = new Types(subject.classes());
    this.type = types.read(subject.file());
    this.reader =
        new PolicyReader(types, type, new FilePolicies(type, file, subject.loader() != null));
  }

  static Analysis of(Subject subject, PolicyFile file) {
    Analysis analysis = new Analysis(subject, file);
    Map<MethodInfo, MethodPolicyText> concerned = new LinkedHashMap<>();
    for (MethodInfo method : analysis.type.methods()) {
      if (method.isMethod() && !method.isMadeByCompiler()) {
        analysis.addPolicies(method, concerned);
      }
    }
    if (!concerned.isEmpty()) {
      analysis.look(concerned);
    }
    analysis.refused.addAll(InheritedBodies.of(analysis.types, analysis.type));
    return analysis;
  }

  GuardedMethods methods() {
    return methods;
  }

  /** The methods that stay as they are, although they have a policy. */
  List<Finding> refused() {
    return refused;
  }

  private void addPolicies(MethodInfo method, Map<MethodInfo, MethodPolicyText> concerned) {
    MethodPolicyText policies;
    try {
      policies = reader.policiesOf(method);
    } catch (IllegalArgumentException ambiguous) {
      refused.add(finding(method, List.of()).refused(String.valueOf(ambiguous.getMessage())));
      return;
    }
    if (policies.isEmpty()) {
      return;
    }
    if (method.isAbstract()) {
      refuseAbstract(method, policies);
      return;
    }
    String refusal = Unweavable.reason(types, type, method, policies.kinds(), subject.loaded());
    if (refusal == null) {
      concerned.put(method, policies);
    } else {
      refused.add(finding(method, policies.kinds()).refused(refusal));
    }
  }

  /** In an interface, an annotation speaks to those who implement the method. */
  private void refuseAbstract(MethodInfo method, MethodPolicyText policies) {
    boolean isOwn =
        MethodPolicies.ORDER.stream()
            .anyMatch(policy -> Annotations.direct(method.annotations(), policy) != null);
    if (isOwn && !type.isInterface()) {
      refused.add(
          finding(method, policies.kinds())
              .refused(
                  "an abstract method of a class has no body, and those who implement it do not"
                      + " inherit its annotations; annotate them, or declare it in an interface"));
    }
  }

  private void look(Map<MethodInfo, MethodPolicyText> concerned) {
    String refusal = Unweavable.reason(types, type);
    if (refusal != null) {
      concerned.forEach(
          (method, policies) -> refused.add(finding(method, policies.kinds()).refused(refusal)));
      return;
    }
    Map<String, MethodFacts> facts = MethodFacts.of(subject.file(), concerned.keySet());
    concerned.forEach(
        (method, policies) ->
            guard(method, policies, Objects.requireNonNull(facts.get(MethodFacts.key(method)))));
  }

  private void guard(MethodInfo method, MethodPolicyText policies, MethodFacts facts) {
    Finding finding = finding(method, policies.kinds());
    GuardWriter writer = new GuardWriter(reader, method, policies, facts.namesOf(method));
    try {
      String text = writer.write();
      if (text.length() > LONGEST) {
        String fits = "its policies are " + text.length() + " characters long; " + LONGEST + " fit";
        refused.add(finding.refused(fits));
        return;
      }
      Shape shape = Shape.of(method, policies.kinds());
      methods.add(method, new GuardedMethods.Entry(shape, text, writer.keyIndex(), finding, facts));
    } catch (PolicyException e) {
      refused.add(
          finding.refused(
              e.problems().stream().map(Problem::toString).collect(Collectors.joining("; "))));
    }
  }

  private Finding finding(MethodInfo method, List<String> policies) {
    return Finding.woven(type.name(), method.name(), method.descriptor(), List.copyOf(policies));
  }
}
