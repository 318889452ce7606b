package dev.mulligan.agent.policyfile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a file gives to some methods. Immutable.
 *
 * @param name the policy's name
 * @param methods which methods
 * @param values the values that the file has, by simple name of the annotation and attribute; a
 *     policy whose values are all the defaults has an empty entry
 * @param key the parameter that is the key, by name or index, and its path, such as {@code
 *     request.host}; null for none
 */
public record FilePolicy(
    String name,
    List<MethodPattern> methods,
    Map<String, Map<String, String>> values,
    @Nullable String key) {

  /** How precisely this policy names a method; negative if it does not. */
  int precision(MethodPattern.Candidate candidate) {
    int precision = -1;
    for (MethodPattern pattern : methods) {
      if (pattern.precision() > precision && pattern.matches(candidate)) {
        precision = pattern.precision();
      }
    }
    return precision;
  }

  boolean mayConcern(String internalName) {
    for (MethodPattern pattern : methods) {
      if (pattern.matchesClass(internalName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Names the parameter that is the key.
   *
   * @return its name or index, or null if there is no key
   */
  public @Nullable String keyParameter() {
    int dot = key == null ? -1 : key.indexOf('.');
    return key == null || dot < 0 ? key : key.substring(0, dot);
  }

  /**
   * Gives the property of the key's argument that is the key.
   *
   * @return the path, empty for the argument itself
   */
  public String keyPath() {
    int dot = key == null ? -1 : key.indexOf('.');
    return key == null || dot < 0 ? "" : key.substring(dot + 1);
  }
}
