package dev.mulligan.agent.weave;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Which methods of a class are to be woven, and which should be and cannot. */
final class Analysis {
  private final Subject subject;
  private final TypeDescription type;
  private final PolicyReader reader;
  private final GuardedMethods methods = new GuardedMethods();
  private final List<Finding> refused = new ArrayList<>();

  private Analysis(Subject subject, TypeDescription type, PolicyFile file) {
    this.subject = subject;
    this.type = type;
    this.reader = new PolicyReader(type, new FilePolicies(type, file, subject.loader() != null));
  }

  static Analysis of(Subject subject, TypeDescription type, PolicyFile file) {
    Analysis analysis = new Analysis(subject, type, file);
    for (MethodDescription.InDefinedShape method : type.getDeclaredMethods()) {
      if (method.isMethod() && !method.isBridge() && !method.isSynthetic()) {
        analysis.look(method);
      }
    }
    return analysis;
  }

  GuardedMethods methods() {
    return methods;
  }

  /** The methods that stay as they are, although they have a policy. */
  List<Finding> refused() {
    return refused;
  }

  private void look(MethodDescription.InDefinedShape method) {
    MethodPolicyText policies;
    try {
      policies = reader.policiesOf(method);
    } catch (IllegalArgumentException ambiguous) {
      refused.add(finding(method, List.of()).refused(String.valueOf(ambiguous.getMessage())));
      return;
    }
    // An annotation on an abstract method speaks to those who implement it.
    if (policies.isEmpty() || method.isAbstract()) {
      return;
    }
    Finding finding = finding(method, policies.kinds());
    String refusal = Unweavable.reason(method, subject.loaded());
    if (refusal != null) {
      refused.add(finding.refused(refusal));
      return;
    }
    try {
      methods.add(
          method,
          Shape.of(method, policies.kinds()),
          reader.guardOf(method, policies),
          reader.keyIndex(method, policies),
          finding);
    } catch (PolicyException e) {
      refused.add(
          finding.refused(
              e.problems().stream().map(Problem::toString).collect(Collectors.joining("; "))));
    }
  }

  private Finding finding(MethodDescription.InDefinedShape method, List<String> policies) {
    return Finding.woven(
        type.getName(), method.getName(), method.getDescriptor(), List.copyOf(policies));
  }
}
