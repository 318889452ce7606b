package dev.mulligan.testkit;

import java.util.List;

/**
 * Which methods are meant. A method answers to its name, {@code Class.method}, the same with its
 * package, and the name of its policy; {@code *} means all. A block of code answers as the method
 * that made its guard.
 *
 * @param text what was written
 */
record Selector(String text) {
  static final Selector ALL = new Selector("*");

  /**
   * Tells whether a method is meant.
   *
   * @param policy the name of its policy
   * @param location class and method, such as {@code com.acme.Payments#pay}
   */
  boolean matches(String policy, String location) {
    return text.equals("*") || names(policy, location).contains(text);
  }

  /** Lists all names that a method answers to. */
  static List<String> names(String policy, String location) {
    int sharp = location.indexOf('#');
    if (sharp < 0) {
      return List.of(policy);
    }
    String type = location.substring(0, sharp);
    String method = withoutLine(location.substring(sharp + 1));
    return List.of(
        policy, method, simple(type) + "." + method, type + "." + method, type + "#" + method);
  }

  /** Policies around a block of code stand for the method and the line where they are made. */
  private static String withoutLine(String method) {
    int colon = method.indexOf(':');
    return colon < 0 ? method : method.substring(0, colon);
  }

  /** Names a method for people. */
  static String shown(String policy, String location) {
    int sharp = location.indexOf('#');
    return sharp < 0
        ? policy
        : simple(location.substring(0, sharp)) + "." + location.substring(sharp + 1);
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
  }
}
