package dev.mulligan.runtime.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one method.
 *
 * @param retry the retry policy, or null
 * @param breaker the breaker policy, or null
 * @param deadLetter the dead-letter policy, or null
 */
public record MethodPolicies(
    @Nullable RetryPolicy retry,
    @Nullable CircuitBreakerPolicy breaker,
    @Nullable DeadLetterPolicy deadLetter) {

  /** The simple names of the annotations that are policies. */
  public static final Set<String> ANNOTATIONS = Set.of("Retry", "CircuitBreaker", "DeadLetter");

  /**
   * Reads the policies of a method from the text of its annotations.
   *
   * @param location the class and method, for messages
   * @param annotations the values that were written, by simple name of the annotation and
   *     attribute; unwritten attributes have their defaults
   * @return the policies
   * @throws PolicyException if anything is wrong, with all that was found; the ranges of an
   *     annotation are looked at once all its values can be read
   */
  public static MethodPolicies read(String location, Map<String, Map<String, String>> annotations) {
    List<Problem> problems = new ArrayList<>();
    MethodPolicies policies = read(annotations, problems);
    if (!problems.isEmpty()) {
      throw new PolicyException(location, problems);
    }
    return policies;
  }

  /**
   * Reads the policies of a method and collects what is wrong with them.
   *
   * @param annotations the values that were written
   * @param problems where problems are added
   * @return the policies; those with problems are null
   */
  public static MethodPolicies read(
      Map<String, Map<String, String>> annotations, List<Problem> problems) {
    for (String name : annotations.keySet()) {
      if (!ANNOTATIONS.contains(name)) {
        throw new IllegalArgumentException(
            "@" + name + " is no policy; did you mean @" + Nearest.to(name, ANNOTATIONS) + "?");
      }
    }
    return new MethodPolicies(
        read(annotations.get("Retry"), RetryPolicyBuilder.SCHEMA, b -> b::build, problems),
        read(
            annotations.get("CircuitBreaker"),
            CircuitBreakerPolicyBuilder.SCHEMA,
            b -> b::build,
            problems),
        read(
            annotations.get("DeadLetter"),
            DeadLetterPolicyBuilder.SCHEMA,
            b -> b::build,
            problems));
  }

  private static <B, P> @Nullable P read(
      @Nullable Map<String, String> values,
      Schema<B> schema,
      Function<B, Supplier<P>> build,
      List<Problem> problems) {
    if (values == null) {
      return null;
    }
    int before = problems.size();
    B builder = schema.read(values, problems);
    if (problems.size() > before) {
      return null;
    }
    try {
      return build.apply(builder).get();
    } catch (PolicyException e) {
      problems.addAll(asWritten(e.problems(), values));
      return null;
    }
  }

  /** Shows values as the developer wrote them, not as they were understood. */
  private static List<Problem> asWritten(List<Problem> problems, Map<String, String> values) {
    return problems.stream()
        .map(
            p ->
                new Problem(
                    p.annotation(),
                    p.attribute(),
                    values.getOrDefault(p.attribute(), p.value()),
                    p.message()))
        .toList();
  }

  /**
   * Lists the attributes that an annotation has.
   *
   * @param annotation the simple name of a policy annotation
   * @return its attributes, sorted
   */
  public static Set<String> attributes(String annotation) {
    return switch (annotation) {
      case "Retry" -> new TreeSet<>(RetryPolicyBuilder.SCHEMA.attributeNames());
      case "CircuitBreaker" -> new TreeSet<>(CircuitBreakerPolicyBuilder.SCHEMA.attributeNames());
      case "DeadLetter" -> new TreeSet<>(DeadLetterPolicyBuilder.SCHEMA.attributeNames());
      default -> throw new IllegalArgumentException("no policy: " + annotation);
    };
  }

  /**
   * Tells whether there is any policy.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return retry == null && breaker == null && deadLetter == null;
  }

  /**
   * Merges values over others.
   *
   * @param under values, by annotation and attribute
   * @param over values that win
   * @return the merged values
   */
  public static Map<String, Map<String, String>> merge(
      Map<String, Map<String, String>> under, Map<String, Map<String, String>> over) {
    Map<String, Map<String, String>> merged = new LinkedHashMap<>();
    under.forEach((name, values) -> merged.put(name, new LinkedHashMap<>(values)));
    over.forEach(
        (name, values) -> merged.computeIfAbsent(name, n -> new LinkedHashMap<>()).putAll(values));
    return merged;
  }
}
