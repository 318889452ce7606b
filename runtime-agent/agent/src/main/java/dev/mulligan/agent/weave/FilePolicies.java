package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.FilePolicy;
import dev.mulligan.agent.policyfile.MethodPattern;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.runtime.policy.MethodPolicies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Type;

/** Finds what a policy file gives to the methods of one class. */
final class FilePolicies {
  private final TypeInfo type;
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
  FilePolicies(TypeInfo type, PolicyFile file, boolean isRead) {
    this.type = type;
    this.file = file;
    this.isRead = isRead;
    this.concerned = file.mayConcern(type.internalName());
  }

  /**
   * Finds a method's policies.
   *
   * @throws IllegalArgumentException if the file leaves open which
   */
  MethodPolicyText of(MethodInfo method) {
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
   * @param names the names of the method's parameters
   * @return its index, or -1 if the policy has no key
   * @throws IllegalArgumentException if the method has no such parameter
   */
  static int keyIndex(List<String> names, FilePolicy policy) {
    String wanted = policy.keyParameter();
    if (wanted == null) {
      return -1;
    }
    for (int index = 0; index < names.size(); index++) {
      if (wanted.equals(names.get(index))
          || wanted.equals("arg" + index)
          || wanted.equals(Integer.toString(index))) {
        return index;
      }
    }
    throw new IllegalArgumentException(
        "mulligan." + policy.name() + ".key: there is no parameter " + wanted);
  }

  private MethodPattern.Candidate candidate(MethodInfo method) {
    List<String> parameters = new ArrayList<>();
    for (String descriptor : method.parameters()) {
      parameters.add(Type.getType(descriptor).getClassName());
    }
    return new MethodPattern.Candidate(
        type.internalName(),
        method.name(),
        parameters,
        method.isPublic(),
        OfEveryObject.is(type, method));
  }
}
