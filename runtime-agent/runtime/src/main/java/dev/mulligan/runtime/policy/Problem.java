package dev.mulligan.runtime.policy;

/**
 * One thing that is wrong with a policy.
 *
 * @param annotation the simple name of the annotation, such as {@code Retry}
 * @param attribute the attribute, such as {@code maxAttempts}; empty for the annotation as a whole
 * @param value the value as it was written; empty if nothing was
 * @param message what is wrong and what would be right
 */
public record Problem(String annotation, String attribute, String value, String message) {
  @Override
  public String toString() {
    if (attribute.isEmpty()) {
      return "@" + annotation + ": " + message;
    }
    String written = value.isEmpty() ? attribute : attribute + " = " + value;
    return "@" + annotation + "(" + written + "): " + message;
  }
}
