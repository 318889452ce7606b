package dev.mulligan.runtime.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One annotation that is a policy: how its text becomes checked values.
 *
 * @param annotation its simple name
 * @param attributesOf gives its attributes, when they are needed: most programs use few policies
 * @param build how a filled builder becomes the policy
 * @param <B> the builder
 * @param <P> the policy
 */
record PolicyKind<B, P>(String annotation, Supplier<Schema<B>> attributesOf, Function<B, P> build) {

  Set<String> attributes() {
    return attributesOf.get().attributeNames();
  }

  /** Reads a policy; null if it was not written, cannot be read or is not known yet. */
  @SuppressWarnings("unchecked") // each base is kept under the annotation of its builder
  @Nullable P read(
      Map<String, Map<String, String>> annotations,
      Map<String, ? extends Consumer<?>> bases,
      List<Problem> problems) {
    Map<String, String> values = annotations.get(annotation());
    if (values == null) {
      return null;
    }
    int before = problems.size();
    Schema<B> schema = attributesOf.get();
    B builder = schema.newBuilder();
    Consumer<B> base = (Consumer<B>) bases.get(annotation());
    if (base != null) {
      base.accept(builder);
    }
    schema.read(values, builder, problems);
    if (problems.size() > before) {
      return null;
    }
    try {
      return build.apply(builder);
    } catch (PolicyException e) {
      e.problems().stream()
          .map(problem -> asWritten(problem, annotations))
          .filter(Objects::nonNull)
          .map(problem -> base == null ? withDefault(problem, values) : problem)
          .forEach(problems::add);
      return null;
    }
  }

  /** Says of a value that nobody wrote where it comes from. */
  private static Problem withDefault(Problem problem, Map<String, String> values) {
    if (problem.value().isEmpty() || values.containsKey(problem.attribute())) {
      return problem;
    }
    String message = problem.message() + "; " + problem.value() + " is the default";
    return new Problem(problem.annotation(), problem.attribute(), problem.value(), message);
  }

  /**
   * Shows the value as the developer wrote it, not as it was understood; null if only configuration
   * will tell the value.
   */
  static @Nullable Problem asWritten(
      Problem problem, Map<String, Map<String, String>> annotations) {
    String written =
        annotations
            .getOrDefault(problem.annotation(), Map.of())
            .getOrDefault(problem.attribute(), problem.value());
    return written.equals(MethodPolicies.UNKNOWN)
        ? null
        : new Problem(problem.annotation(), problem.attribute(), written, problem.message());
  }
}
