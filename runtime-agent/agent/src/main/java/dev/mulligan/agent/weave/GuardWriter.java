package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.FilePolicy;
import dev.mulligan.agent.types.AnnotationInfo;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.GuardText;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the policies of one method, and writes its guard. */
final class GuardWriter {
  private final PolicyReader reader;
  private final MethodInfo method;
  private final MethodPolicyText policies;
  private final List<String> names;

  /**
   * Starts.
   *
   * @param names the names of the method's parameters
   */
  GuardWriter(
      PolicyReader reader, MethodInfo method, MethodPolicyText policies, List<String> names) {
    this.reader = reader;
    this.method = method;
    this.policies = policies;
    this.names = names;
  }

  /**
   * Writes the guard.
   *
   * @throws PolicyException if a policy is impossible
   */
  String write() {
    MethodPolicies checked = MethodPolicies.read(location(), withDefaults(policies.values()));
    if (checked.fallback() != null) {
      new FallbackCheck(reader.types(), reader.type(), this::fallbackName)
          .check(method, checked.fallback().method());
    }
    GuardText text = new GuardText();
    if (method.isStatic()) {
      text.isStatic();
    }
    for (int index = 0; index < names.size(); index++) {
      text.parameter(names.get(index));
      if (reader.onParameter(method, index, "Redact") != null) {
        text.redact(index);
      }
    }
    int key = keyIndex();
    if (key >= 0) {
      text.key(key, keyPath(key));
    }
    FilePolicy file = policies.fromFile();
    if (file != null) {
      text.name(file.name());
    }
    policies.inGuard().forEach(text::policy);
    return text.text();
  }

  /**
   * Finds the parameter that is the key.
   *
   * @return its index, or -1 if there is none
   * @throws PolicyException if there are two, or the file names one that does not exist
   */
  int keyIndex() {
    FilePolicy file = policies.fromFile();
    if (file != null) {
      try {
        return FilePolicies.keyIndex(names, file);
      } catch (IllegalArgumentException e) {
        throw noKey(String.valueOf(file.key()), String.valueOf(e.getMessage()));
      }
    }
    int found = -1;
    for (int index = 0; index < names.size(); index++) {
      if (reader.onParameter(method, index, "Key") != null) {
        if (found >= 0) {
          throw noKey("", "must be on one parameter of a method alone");
        }
        found = index;
      }
    }
    return found;
  }

  private String keyPath(int index) {
    FilePolicy file = policies.fromFile();
    if (file != null) {
      return file.keyPath();
    }
    AnnotationInfo key = reader.onParameter(method, index, "Key");
    return key == null ? "" : key.values().getOrDefault("path", "");
  }

  private Optional<String> fallbackName(MethodInfo other) {
    Map<String, String> written = reader.policiesOf(other).values().get("Fallback");
    return written == null
        ? Optional.empty()
        : Optional.of(Config.defaults(written.getOrDefault("value", "")).strip());
  }

  private PolicyException noKey(String value, String why) {
    return new PolicyException(location(), List.of(new Problem("Key", "path", value, why)));
  }

  private String location() {
    return reader.type().name() + "#" + method.name();
  }

  /** Placeholders are resolved when the method is linked; here their defaults are checked. */
  private static Map<String, Map<String, String>> withDefaults(
      Map<String, Map<String, String>> policies) {
    Map<String, Map<String, String>> checked = new LinkedHashMap<>();
    policies.forEach(
        (policy, attributes) -> {
          Map<String, String> values = new LinkedHashMap<>();
          attributes.forEach(
              (name, text) -> {
                String value = Config.defaults(text);
                values.put(name, value.contains("${") ? MethodPolicies.UNKNOWN : value);
              });
          checked.put(policy, values);
        });
    return checked;
  }
}
