package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one name means one policy. Names are compared within a class loader: two
 * applications in one JVM, or two deployments of one, need not agree. Thread-safe.
 */
final class PolicyNames {
  private static final Map<ClassLoader, Map<String, Object>> NAMES = new WeakHashMap<>();

  private PolicyNames() {}

  /**
   * Claims a name.
   *
   * @throws PolicyException if the name stands for other values already
   */
  static void claim(
      @Nullable ClassLoader loader,
      String annotation,
      String name,
      Object policy,
      String location) {
    if (name.isEmpty() || loader == null) {
      return;
    }
    Object known = namesOf(loader).putIfAbsent(annotation + " " + name, policy);
    if (known != null && !known.equals(policy)) {
      Problem problem =
          new Problem(annotation, "name", name, "is used elsewhere with different values");
      throw new PolicyException(location, List.of(problem));
    }
  }

  private static Map<String, Object> namesOf(ClassLoader loader) {
    synchronized (NAMES) {
      return NAMES.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
    }
  }
}
