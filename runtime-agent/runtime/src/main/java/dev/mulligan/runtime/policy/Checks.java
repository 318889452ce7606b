package dev.mulligan.runtime.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one policy, so that all of it is reported at once. */
final class Checks {
  private final String annotation;
  private final List<Problem> problems = new ArrayList<>();

  Checks(String annotation) {
    this.annotation = annotation;
  }

  Checks range(String attribute, double value, double least, double most) {
    // Written so that NaN is out of every range.
    return require(
        value >= least && value <= most,
        attribute,
        text(value),
        "must be between " + text(least) + " and " + text(most));
  }

  /** Above zero, up to 100. */
  Checks percentage(String attribute, double value) {
    return require(
        value > 0 && value <= 100, attribute, text(value), "must be above 0 and at most 100");
  }

  Checks positive(String attribute, Duration value) {
    boolean positive = !value.isNegative() && !value.isZero();
    return require(positive, attribute, Durations.format(value), "must be above zero");
  }

  Checks notNegative(String attribute, Duration value) {
    return require(!value.isNegative(), attribute, Durations.format(value), "must be zero or more");
  }

  /** Compares two attributes of one annotation. */
  Checks atLeast(String attribute, Duration value, String other, Duration least) {
    return require(
        value.compareTo(least) >= 0,
        attribute,
        Durations.format(value),
        "must not be below " + other + " = " + Durations.format(least));
  }

  Checks require(boolean condition, String attribute, String value, String message) {
    if (!condition) {
      problems.add(new Problem(annotation, attribute, value, message));
    }
    return this;
  }

  List<Problem> problems() {
    return problems;
  }

  /** Throws if anything is wrong. */
  void done() {
    if (!problems.isEmpty()) {
      throw new PolicyException("policy", problems);
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
