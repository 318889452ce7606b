package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that one name means one policy. Names are compared within a class loader: two
 * applications in one JVM, or two deployments of one, need not agree. Thread-safe.
 */
final class PolicyNames {
  private static final Map<ClassLoader, Map<String, Object>> NAMES = new WeakHashMap<>();

  private PolicyNames() {}

  /**
   * Claims the names of a method's policies.
   *
   * @throws PolicyException if a name stands for other values already
   */
  static void claim(GuardedMethod method, MethodPolicies policies) {
    RetryPolicy retry = policies.retry();
    if (retry != null) {
      claim(method, "Retry", retry.name(), retry);
    }
    CircuitBreakerPolicy breaker = policies.breaker();
    if (breaker != null) {
      claim(method, "CircuitBreaker", breaker.name(), breaker);
    }
  }

  private static void claim(GuardedMethod method, String annotation, String name, Object policy) {
    ClassLoader loader = method.declaring().getClassLoader();
    if (name.isEmpty() || loader == null) {
      return;
    }
    Object known = namesOf(loader).putIfAbsent(annotation + " " + name, policy);
    if (known != null && !known.equals(policy)) {
      Problem problem =
          new Problem(annotation, "name", name, "is used elsewhere with different values");
      throw new PolicyException(method.location(), List.of(problem));
    }
  }

  private static Map<String, Object> namesOf(ClassLoader loader) {
    synchronized (NAMES) {
      return NAMES.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
    }
  }

  /** All names that a method's policies go by, the method's own among them. */
  static Set<String> all(
      GuardedMethod method, Map<String, Map<String, String>> values, String given) {
    Set<String> names = new LinkedHashSet<>();
    names.add(method.shortName());
    names.add(given);
    for (String annotation : new String[] {"Retry", "CircuitBreaker"}) {
      names.add(values.getOrDefault(annotation, Map.of()).getOrDefault("name", ""));
    }
    names.remove("");
    return names;
  }

  /**
   * The name that a method's policies go by: the given one, else the retry's, else the breaker's,
   * else its own.
   */
  static String of(GuardedMethod method, MethodPolicies policies, String given) {
    if (!given.isEmpty()) {
      return given;
    }
    RetryPolicy retry = policies.retry();
    if (retry != null && !retry.name().isEmpty()) {
      return retry.name();
    }
    CircuitBreakerPolicy breaker = policies.breaker();
    return breaker != null && !breaker.name().isEmpty() ? breaker.name() : method.shortName();
  }
}
