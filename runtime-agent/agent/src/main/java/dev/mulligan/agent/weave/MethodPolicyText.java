package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.FilePolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one method, as text.
 *
 * @param values the values that were written, by simple name of the annotation, the outermost
 *     first, and attribute
 * @param inGuard the values that the guard's text has: no defaults, and none of a file that is read
 *     again while the application runs
 * @param fromFile the policy of the file that they come from; null for annotations
 */
record MethodPolicyText(
    Map<String, Map<String, String>> values,
    Map<String, Map<String, String>> inGuard,
    @Nullable FilePolicy fromFile) {
  static final MethodPolicyText NONE = new MethodPolicyText(Map.of(), Map.of(), null);

  boolean isEmpty() {
    return values.isEmpty();
  }

  List<String> kinds() {
    return List.copyOf(values.keySet());
  }
}
