package dev.mulligan.runtime.guard;

import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.runtime.breaker.BreakerGroup;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.deadletter.LetterBox;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.retry.RetryBudget;
import dev.mulligan.runtime.time.CoarseClock;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assembles the guard of one method from the text of its annotations; the same code for wrappers
 * and woven classes. Not thread-safe.
 */
public final class GuardBuilder {
  private final MethodHandles.Lookup lookup;
  private final Class<?> declaring;
  private final String name;
  private final MethodType type;
  private final boolean marks;
  private final Map<String, Map<String, String>> annotations = new LinkedHashMap<>();
  private final List<String> parameters = new ArrayList<>();
  private final Set<Integer> redacted = new LinkedHashSet<>();
  private boolean isStatic;
  private int keyIndex = -1;
  private String keyPath = "";

  GuardBuilder(
      MethodHandles.Lookup lookup,
      Class<?> declaring,
      String name,
      MethodType type,
      boolean marks) {
    this.lookup = lookup;
    this.declaring = declaring;
    this.name = name;
    this.type = type;
    this.marks = marks;
  }

  /**
   * Adds a retry policy.
   *
   * @param values the attributes that differ from their defaults, such as {@code "maxAttempts = 5"}
   * @return this builder
   */
  public GuardBuilder retry(String... values) {
    return policy("Retry", values);
  }

  /**
   * Adds a circuit breaker.
   *
   * @param values the attributes that differ from their defaults
   * @return this builder
   */
  public GuardBuilder circuitBreaker(String... values) {
    return policy("CircuitBreaker", values);
  }

  /**
   * Adds dead letters.
   *
   * @param values the attributes that differ from their defaults
   * @return this builder
   */
  public GuardBuilder deadLetter(String... values) {
    return policy("DeadLetter", values);
  }

  GuardBuilder policy(String annotation, String... values) {
    Map<String, String> attributes =
        annotations.computeIfAbsent(annotation, a -> new LinkedHashMap<>());
    for (String value : values) {
      String[] pair = value.split("\\s*=\\s*", 2);
      attributes.put(pair[0], pair[1]);
    }
    return this;
  }

  /**
   * Names the parameters.
   *
   * @param names their names, in order
   * @return this builder
   */
  public GuardBuilder parameters(String... names) {
    parameters.addAll(List.of(names));
    return this;
  }

  /**
   * Marks a parameter as one whose value never leaves the process.
   *
   * @param index which parameter, from zero
   * @return this builder
   */
  public GuardBuilder redact(int index) {
    redacted.add(index);
    return this;
  }

  /**
   * Tells which parameter is the key.
   *
   * @param index which parameter, from zero
   * @param path the property that is the key; empty for the argument itself
   * @return this builder
   */
  public GuardBuilder key(int index, String path) {
    keyIndex = index;
    keyPath = path;
    return this;
  }

  GuardBuilder isStatic() {
    isStatic = true;
    return this;
  }

  /**
   * Assembles the guard. If configuration has made a policy impossible, the method is left
   * unguarded, and the log says why: a guard must not keep a class from loading.
   *
   * @return the guard
   */
  public Guard build() {
    Guard guard = make();
    guard.failures().register();
    return guard;
  }

  /** Assembles the guard without making it known for replay. */
  Guard make() {
    GuardedMethod method =
        new GuardedMethod(lookup, declaring, name, type, isStatic, parameters, redacted);
    try {
      return assemble(method);
    } catch (PolicyException e) {
      Log.warn("Not guarded: " + e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      Log.warn("Not guarded: " + method.location(), e);
    }
    return none(method);
  }

  private Guard assemble(GuardedMethod method) {
    MethodPolicies policies = MethodPolicies.read(method.location(), configured(method));
    claimNames(method, policies);
    KeyReader key =
        keyIndex < 0 ? null : KeyReader.of(method, keyIndex, keyPath, redacted.contains(keyIndex));
    RetryPolicy retry = policies.retry();
    RetryBudget budget =
        retry == null || retry.budget() == 0 ? null : new RetryBudget(retry.budget());
    Retrier retrier =
        retry == null ? null : new Retrier(retry, customBackoff(method, retry), budget);
    if (retry != null) {
      CoarseClock.serve(retry.maxDuration().toNanos());
    }
    if (marks) {
      WrapperMark.expectWrappers();
    }
    FailurePath failures =
        new FailurePath(
            nameOf(method, policies),
            method,
            policies.breaker(),
            retrier,
            letters(method, policies.deadLetter()),
            Registry.deadLetters());
    return new Guard(
        retry != null,
        breakers(method, policies.breaker()),
        key,
        resultCheck(method, retry),
        budget == null ? null : budget.successes(),
        policies.deadLetter() != null && policies.deadLetter().snapshot(),
        marks,
        failures);
  }

  private Map<String, Map<String, String>> configured(GuardedMethod method) {
    Config config = Config.of(declaring.getClassLoader());
    Map<String, Map<String, String>> values = new LinkedHashMap<>();
    annotations.forEach(
        (annotation, attributes) -> {
          Map<String, String> resolved = new LinkedHashMap<>();
          attributes.forEach((attribute, text) -> resolved.put(attribute, config.resolve(text)));
          String given = resolved.getOrDefault("name", "");
          String policy = given.isEmpty() ? method.shortName() : given;
          KnownKeys.add(policy, annotation, MethodPolicies.attributes(annotation));
          resolved.putAll(
              config.overrides(policy, annotation, MethodPolicies.attributes(annotation)));
          values.put(annotation, resolved);
        });
    KnownKeys.report();
    return values;
  }

  private static void claimNames(GuardedMethod method, MethodPolicies policies) {
    ClassLoader loader = method.declaring().getClassLoader();
    RetryPolicy retry = policies.retry();
    if (retry != null) {
      PolicyNames.claim(loader, "Retry", retry.name(), retry, method.location());
    }
    CircuitBreakerPolicy breaker = policies.breaker();
    if (breaker != null) {
      PolicyNames.claim(loader, "CircuitBreaker", breaker.name(), breaker, method.location());
    }
  }

  private static String nameOf(GuardedMethod method, MethodPolicies policies) {
    RetryPolicy retry = policies.retry();
    if (retry != null && !retry.name().isEmpty()) {
      return retry.name();
    }
    CircuitBreakerPolicy breaker = policies.breaker();
    return breaker != null && !breaker.name().isEmpty() ? breaker.name() : method.shortName();
  }

  private static @Nullable BreakerGroup breakers(
      GuardedMethod method, @Nullable CircuitBreakerPolicy policy) {
    if (policy == null) {
      return null;
    }
    // Only a given name is shared: two overloads of one method are not one policy.
    boolean named = !policy.name().isEmpty();
    String identity = named ? "name " + policy.name() : "method " + method.callId();
    int application = System.identityHashCode(method.declaring().getClassLoader());
    String shown = named ? policy.name() : method.shortName();
    return Registry.breakers().group(identity + " of " + application, shown, policy);
  }

  private static @Nullable LetterBox letters(
      GuardedMethod method, @Nullable DeadLetterPolicy policy) {
    return policy == null ? null : new LetterBox(method, policy);
  }

  private static @Nullable CustomBackoff customBackoff(GuardedMethod method, RetryPolicy retry) {
    String className = retry.custom();
    return className == null ? null : instantiate(method, "custom", className, CustomBackoff.class);
  }

  @SuppressWarnings("unchecked") // the predicate is asked about results of the method alone
  private static @Nullable ResultCheck resultCheck(
      GuardedMethod method, @Nullable RetryPolicy retry) {
    String className = retry == null ? null : retry.onResult();
    return className == null
        ? null
        : new ResultCheck(instantiate(method, "onResult", className, Predicate.class));
  }

  private static <T> T instantiate(
      GuardedMethod method, String attribute, String className, Class<T> type) {
    try {
      Class<?> found = Class.forName(className, true, method.declaring().getClassLoader());
      var constructor = found.getDeclaredConstructor();
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      String why = "cannot be created by a constructor without parameters: " + e;
      throw new PolicyException(
          method.location(), List.of(new Problem("Retry", attribute, className, why)));
    }
  }

  /** A guard that does nothing but let through. */
  private static Guard none(GuardedMethod method) {
    FailurePath failures =
        new FailurePath(method.shortName(), method, null, null, null, Registry.deadLetters());
    return new Guard(false, null, null, null, null, false, false, failures);
  }
}
