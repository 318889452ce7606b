package dev.mulligan.runtime.policy;

/** Reads percentages such as {@code 20%}. */
final class Percentages {
  private Percentages() {}

  static double parse(String text) {
    String trimmed = text.strip();
    try {
      if (trimmed.endsWith("%")) {
        double value = Double.parseDouble(trimmed.substring(0, trimmed.length() - 1));
        if (value > 0 && value <= 100) {
          return value;
        }
      }
    } catch (NumberFormatException e) {
      // Falls through to the message for every other text.
    }
    throw new IllegalArgumentException("must be a percentage above 0% and at most 100%");
  }
}
