package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.FilePolicy;
import dev.mulligan.agent.policyfile.MethodPattern;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Finds what a policy file gives to the methods of one class. */
final class FilePolicies {
  private final TypeDescription type;
  private final PolicyFile file;
  private final boolean isRead;
  private final boolean concerned;

  /**
   * Looks at one class.
   *
   * @param type the class
   * @param file the file
   * @param isRead whether the woven application reads the file, too
   */
  FilePolicies(TypeDescription type, PolicyFile file, boolean isRead) {
    this.type = type;
    this.file = file;
    this.isRead = isRead;
    this.concerned = file.mayConcern(type.getInternalName());
  }

  /**
   * Finds a method's policies.
   *
   * @throws IllegalArgumentException if the file leaves open which
   */
  MethodPolicyText of(MethodDescription.InDefinedShape method) {
    FilePolicy found = concerned ? file.find(candidate(method)) : null;
    if (found == null) {
      return MethodPolicyText.NONE;
    }
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    Map<String, Map<String, String>> inGuard = new LinkedHashMap<>();
    for (String kind : MethodPolicies.ORDER) {
      Map<String, String> written = found.values().get(kind);
      if (written != null) {
        values.put(kind, written);
        inGuard.put(kind, isRead ? Map.of() : written);
      }
    }
    return new MethodPolicyText(values, inGuard, found);
  }

  /**
   * Finds the parameter that is the key.
   *
   * @return its index, or -1 if the policy has no key
   * @throws IllegalArgumentException if the method has no such parameter
   */
  static int keyIndex(MethodDescription method, FilePolicy policy) {
    String wanted = policy.keyParameter();
    if (wanted == null) {
      return -1;
    }
    for (ParameterDescription parameter : method.getParameters()) {
      boolean named = parameter.isNamed() && parameter.getName().equals(wanted);
      int index = parameter.getIndex();
      if (named || wanted.equals("arg" + index) || wanted.equals(Integer.toString(index))) {
        return index;
      }
    }
    throw new IllegalArgumentException(
        "mulligan." + policy.name() + ".key: there is no parameter " + wanted);
  }

  private MethodPattern.Candidate candidate(MethodDescription.InDefinedShape method) {
    List<String> parameters =
        method.getParameters().asTypeList().asErasures().stream()
            .map(TypeDescription::getActualName)
            .toList();
    return new MethodPattern.Candidate(
        type.getInternalName(),
        method.getName(),
        parameters,
        method.isPublic(),
        OfEveryObject.is(type, method));
  }
}
