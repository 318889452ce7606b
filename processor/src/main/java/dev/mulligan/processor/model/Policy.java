package dev.mulligan.processor.model;

import java.util.Map;

/**
 * One policy annotation of a method.
 *
 * @param annotation its simple name, such as {@code Retry}
 * @param values the attributes that were written, as text, in their order
 */
public record Policy(String annotation, Map<String, String> values) {
  /**
   * Tells whether an attribute was written with something other than the given value.
   *
   * @param attribute the attribute's name
   * @param value the value that does not count
   */
  public boolean differs(String attribute, String value) {
    return !values.getOrDefault(attribute, value).equals(value);
  }
}
