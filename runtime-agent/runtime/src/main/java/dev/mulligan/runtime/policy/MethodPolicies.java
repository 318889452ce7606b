package dev.mulligan.runtime.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The policies of one method.
 *
 * @param retry the retry policy, or null
 * @param breaker the breaker policy, or null
 * @param deadLetter the dead-letter policy, or null
 * @param fallback the fallback policy, or null
 * @param timeout the timeout policy, or null
 * @param bulkhead the bulkhead policy, or null
 * @param rateLimit the rate-limit policy, or null
 */
public record MethodPolicies(
    @Nullable RetryPolicy retry,
    @Nullable CircuitBreakerPolicy breaker,
    @Nullable DeadLetterPolicy deadLetter,
    @Nullable FallbackPolicy fallback,
    @Nullable TimeoutPolicy timeout,
    @Nullable BulkheadPolicy bulkhead,
    @Nullable RateLimitPolicy rateLimit) {

  /** Every policy, the outermost first. */
  private static final Map<String, PolicyKind<?, ?>> KINDS =
      byAnnotation(
          new PolicyKind<>(
              "Fallback", () -> FallbackPolicyBuilder.SCHEMA, FallbackPolicyBuilder::build),
          new PolicyKind<>(
              "DeadLetter", () -> DeadLetterPolicyBuilder.SCHEMA, DeadLetterPolicyBuilder::build),
          new PolicyKind<>("Retry", () -> RetryPolicyBuilder.SCHEMA, RetryPolicyBuilder::build),
          new PolicyKind<>(
              "CircuitBreaker",
              () -> CircuitBreakerPolicyBuilder.SCHEMA,
              CircuitBreakerPolicyBuilder::build),
          new PolicyKind<>(
              "RateLimit", () -> RateLimitPolicyBuilder.SCHEMA, RateLimitPolicyBuilder::build),
          new PolicyKind<>(
              "Timeout", () -> TimeoutPolicyBuilder.SCHEMA, TimeoutPolicyBuilder::build),
          new PolicyKind<>(
              "Bulkhead", () -> BulkheadPolicyBuilder.SCHEMA, BulkheadPolicyBuilder::build));

  private static final MethodPolicies NONE =
      new MethodPolicies(null, null, null, null, null, null, null);

  /** The simple names of the annotations that are policies, the outermost first. */
  public static final List<String> ORDER = List.copyOf(KINDS.keySet());

  /** The simple names of the annotations that are policies. */
  public static final Set<String> ANNOTATIONS = Set.copyOf(ORDER);

  /**
   * Stands for a value that only configuration will tell. Whoever reads annotations before there is
   * configuration writes it in place of a placeholder without a default: the attribute is then
   * neither wrong nor missing. As a value of its own it is no placeholder and never written.
   */
  public static final String UNKNOWN = "${}";

  /** What was read without a problem, by annotation and attribute. */
  private static final Map<Map<String, Map<String, String>>, MethodPolicies> READ =
      new ConcurrentHashMap<>();

  private static final int MOST = 256;

  private static Map<String, PolicyKind<?, ?>> byAnnotation(PolicyKind<?, ?>... kinds) {
    Map<String, PolicyKind<?, ?>> ordered = new LinkedHashMap<>();
    for (PolicyKind<?, ?> kind : kinds) {
      ordered.put(kind.annotation(), kind);
    }
    return Collections.unmodifiableMap(ordered);
  }

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
    return read(location, annotations, Map.of());
  }

  /**
   * Reads policies whose values were set on builders, and those that override them.
   *
   * @param location what has the policies, for messages
   * @param annotations the values that override others, by simple name of the annotation and
   *     attribute; a policy without an entry is left out
   * @param bases sets the values of a policy's builder, by simple name of the annotation
   * @return the policies
   * @throws PolicyException if anything is wrong
   */
  public static MethodPolicies read(
      String location,
      Map<String, Map<String, String>> annotations,
      Map<String, ? extends Consumer<?>> bases) {
    List<Problem> problems = new ArrayList<>();
    MethodPolicies policies = read(annotations, bases, problems);
    if (!problems.isEmpty()) {
      throw new PolicyException(location, problems);
    }
    return policies;
  }

  /**
   * Reads the policies of a method and collects what is wrong with them.
   *
   * @param annotations the values that were written, by simple name and attribute
   * @param problems where problems are added
   * @return the policies; those with problems are null, and so is one whose required value is
   *     {@link #UNKNOWN}
   */
  public static MethodPolicies read(
      Map<String, Map<String, String>> annotations, List<Problem> problems) {
    return read(annotations, Map.of(), problems);
  }

  /** Most methods of an application are written with the same few policies. */
  private static MethodPolicies read(
      Map<String, Map<String, String>> annotations,
      Map<String, ? extends Consumer<?>> bases,
      List<Problem> problems) {
    MethodPolicies known = bases.isEmpty() ? READ.get(annotations) : null;
    if (known != null) {
      return known;
    }
    int before = problems.size();
    MethodPolicies policies = readAnew(annotations, bases, problems);
    if (bases.isEmpty() && problems.size() == before && READ.size() < MOST) {
      Map<String, Map<String, String>> key = new HashMap<>();
      annotations.forEach((name, values) -> key.put(name, Map.copyOf(values)));
      READ.put(key, policies);
    }
    return policies;
  }

  private static MethodPolicies readAnew(
      Map<String, Map<String, String>> annotations,
      Map<String, ? extends Consumer<?>> bases,
      List<Problem> problems) {
    for (String name : annotations.keySet()) {
      if (!ANNOTATIONS.contains(name)) {
        throw new IllegalArgumentException(
            "@" + name + " is no policy; did you mean @" + Nearest.to(name, ANNOTATIONS) + "?");
      }
    }
    Map<String, Object> found = new HashMap<>();
    KINDS.forEach(
        (name, kind) -> {
          Object policy = kind.read(annotations, bases, problems);
          if (policy != null) {
            found.put(name, policy);
          }
        });
    MethodPolicies policies =
        new MethodPolicies(
            (RetryPolicy) found.get("Retry"),
            (CircuitBreakerPolicy) found.get("CircuitBreaker"),
            (DeadLetterPolicy) found.get("DeadLetter"),
            (FallbackPolicy) found.get("Fallback"),
            (TimeoutPolicy) found.get("Timeout"),
            (BulkheadPolicy) found.get("Bulkhead"),
            (RateLimitPolicy) found.get("RateLimit"));
    policies.addContradictions(annotations, problems);
    return policies;
  }

  private void addContradictions(
      Map<String, Map<String, String>> annotations, List<Problem> problems) {
    Map<String, String> retry = annotations.getOrDefault("Retry", Map.of());
    problems.addAll(Contradictions.of(retry));
    String maxDuration = retry.getOrDefault("maxDuration", "");
    if (!maxDuration.equals(UNKNOWN)) {
      contradictions().stream()
          .map(problem -> PolicyKind.asWritten(problem, annotations))
          .filter(Objects::nonNull)
          .forEach(problems::add);
    }
  }

  /**
   * Lists what does not fit together between these policies: a timeout, or a wait for a permit,
   * that is longer than the whole call may take.
   *
   * @return the problems; empty if there are none
   */
  public List<Problem> contradictions() {
    return Contradictions.of(this);
  }

  /**
   * Lists the attributes that an annotation has.
   *
   * @param annotation the simple name of a policy annotation
   * @return its attributes, sorted
   * @throws IllegalArgumentException if the annotation is no policy
   */
  public static Set<String> attributes(String annotation) {
    PolicyKind<?, ?> kind = KINDS.get(annotation);
    if (kind == null) {
      throw new IllegalArgumentException("no policy: " + annotation);
    }
    return kind.attributes();
  }

  /**
   * Tells whether there is any policy.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return equals(NONE);
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
