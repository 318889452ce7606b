package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.guard.Written.Engine;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.method.Signature;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assembles the guard of one method from the text of its annotations; the same code for wrappers
 * and woven classes. Not thread-safe.
 */
public final class GuardBuilder {
  private final MethodHandles.Lookup lookup;
  private final Class<?> declaring;
  private final String name;
  private final Signature signature;
  private final Engine engine;
  private final Map<String, Map<String, String>> annotations = new LinkedHashMap<>();
  private final List<String> parameters = new ArrayList<>();
  private final Set<Integer> redacted = new LinkedHashSet<>();
  private boolean isStatic;
  private String given = "";
  private int keyIndex = -1;
  private String keyPath = "";

  GuardBuilder(
      MethodHandles.Lookup lookup,
      Class<?> declaring,
      String name,
      Signature signature,
      Engine engine) {
    this.lookup = lookup;
    this.declaring = declaring;
    this.name = name;
    this.signature = signature;
    this.engine = engine;
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

  /**
   * Adds a fallback.
   *
   * @param values the attributes that differ from their defaults
   * @return this builder
   */
  public GuardBuilder fallback(String... values) {
    return policy("Fallback", values);
  }

  /**
   * Adds a timeout.
   *
   * @param values the attributes that differ from their defaults
   * @return this builder
   */
  public GuardBuilder timeout(String... values) {
    return policy("Timeout", values);
  }

  /**
   * Adds a bulkhead.
   *
   * @param values the attributes that differ from their defaults
   * @return this builder
   */
  public GuardBuilder bulkhead(String... values) {
    return policy("Bulkhead", values);
  }

  /**
   * Adds a rate limit.
   *
   * @param values the attributes that differ from their defaults
   * @return this builder
   */
  public GuardBuilder rateLimit(String... values) {
    return policy("RateLimit", values);
  }

  GuardBuilder policy(String annotation, String... values) {
    Map<String, String> attributes =
        annotations.computeIfAbsent(annotation, a -> new LinkedHashMap<>());
    for (String value : values) {
      int equals = value.indexOf('=');
      attributes.put(
          value.substring(0, equals).strip(), value.substring(equals + 1).stripLeading());
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

  GuardBuilder withoutPolicies() {
    annotations.clear();
    keyIndex = -1;
    return this;
  }

  /** Names the policies, those that have a name of their own excepted. */
  GuardBuilder named(String policies) {
    given = policies;
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
    try {
      return Stack.hasRoom() ? published() : Stack.elsewhere(this::published);
    } catch (Throwable broken) {
      return LastResort.guard(method());
    }
  }

  private Guard published() {
    Guard guard;
    try {
      guard = make();
    } catch (Throwable broken) {
      guard = withoutPolicies().make();
    }
    publish(guard);
    return guard;
  }

  /** Assembles the guard without making it known. */
  Guard make() {
    if (engine == Engine.WRAPPED) {
      WovenEarlier.look(declaring);
    }
    GuardedMethod method = method();
    return PlanSource.guard(method, new PlanRecipe(method, written()));
  }

  GuardedMethod method() {
    return new GuardedMethod(lookup, declaring, name, signature, isStatic, parameters, redacted);
  }

  Written written() {
    return new Written(engine, annotations, given, keyIndex, keyPath, Map.of(), null);
  }

  /** Lets a guard follow configuration, and its letters be replayed. Never throws. */
  static void publish(Guard guard) {
    try {
      register(guard);
    } catch (Throwable broken) {
      guard.plan().failures().complain(broken);
    }
  }

  private static void register(Guard guard) {
    LiveGuards.add(guard);
    Registry.counters().add(guard.plan().elsewhere().counters());
    guard.plan().failures().ending().register();
    Operations.open();
  }
}
