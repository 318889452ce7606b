package dev.mulligan.runtime.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a policy contradicts itself or asks for the impossible. */
public final class PolicyException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * Creates the exception.
   *
   * @param location the class and method that carry the policy, such as {@code com.acme.Pay#pay}
   * @param problems what is wrong, at least one
   */
  public PolicyException(String location, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> location + ": " + problem)
            .collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /**
   * Lists what is wrong.
   *
   * @return the problems, in the order of the attributes
   */
  public List<Problem> problems() {
    return problems;
  }
}
