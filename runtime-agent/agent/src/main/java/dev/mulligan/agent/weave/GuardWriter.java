package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.FilePolicy;
import dev.mulligan.agent.types.AnnotationInfo;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.GuardText;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the policies of one method, and writes its guard. Not thread-safe. */
final class GuardWriter {
  private final PolicyReader reader;
  private final MethodInfo method;
  private final MethodPolicyText policies;
  private final List<String> names;
  private int keyIndex = -1;
  private String keyPath = "";

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
    check();
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
    if (keyIndex >= 0) {
      text.key(keyIndex, keyPath);
    }
    FilePolicy file = policies.fromFile();
    if (file != null) {
      text.name(file.name());
    }
    policies.inGuard().forEach(text::policy);
    return text.text();
  }

  /** Tells which parameter is the key, or -1 if there is none; known once the guard is written. */
  int keyIndex() {
    return keyIndex;
  }

  private void check() {
    Map<String, Map<String, String>> values = withDefaults(policies.values());
    List<Problem> problems = new ArrayList<>();
    MethodPolicies checked = MethodPolicies.read(values, problems);
    Map<String, String> retry = values.get("Retry");
    if (retry != null && CreatedClasses.areIn(retry)) {
      CreatedClasses.check(reader.types(), method, retry, problems);
    }
    findKey(problems);
    if (checked.fallback() != null) {
      checkFallback(checked.fallback().method(), problems);
    }
    if (!problems.isEmpty()) {
      throw new PolicyException(location(), problems);
    }
  }

  private void checkFallback(String name, List<Problem> problems) {
    String trouble =
        new FallbackCheck(reader.types(), reader.type(), this::fallbackName).trouble(method, name);
    if (trouble != null) {
      String written = policies.values().getOrDefault("Fallback", Map.of()).get("value");
      problems.add(new Problem("Fallback", "value", String.valueOf(written), trouble));
    }
  }

  private void findKey(List<Problem> problems) {
    FilePolicy file = policies.fromFile();
    if (file == null) {
      findAnnotatedKey(problems);
      return;
    }
    try {
      keyIndex = FilePolicies.keyIndex(names, file);
      keyPath = file.keyPath();
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      problems.add(new Problem("Key", "path", String.valueOf(file.key()), why));
    }
  }

  private void findAnnotatedKey(List<Problem> problems) {
    for (int index = 0; index < names.size(); index++) {
      AnnotationInfo key = reader.onParameter(method, index, "Key");
      if (key != null && keyIndex >= 0) {
        String why =
            "only one parameter can be the key; put what identifies the call into one object";
        problems.add(new Problem("Key", "", "", why));
      } else if (key != null) {
        keyIndex = index;
        keyPath = key.values().getOrDefault("path", "").strip();
        checkPath(problems);
      }
    }
  }

  private void checkPath(List<Problem> problems) {
    if (!keyPath.isEmpty()) {
      String trouble =
          new KeyPath(reader.types(), reader.type().internalName())
              .trouble(method.parameters().get(keyIndex), keyPath);
      if (trouble != null) {
        problems.add(new Problem("Key", "path", keyPath, trouble));
      }
    }
  }

  private Optional<String> fallbackName(MethodInfo other) {
    Map<String, String> written = reader.policiesOf(other).values().get("Fallback");
    return written == null
        ? Optional.empty()
        : Optional.of(Config.defaults(written.getOrDefault("value", "")).strip());
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
