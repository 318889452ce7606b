package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.guard.Written.Engine;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.BulkheadPolicyBuilder;
import dev.mulligan.runtime.policy.CircuitBreakerPolicyBuilder;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.RateLimitPolicyBuilder;
import dev.mulligan.runtime.policy.RetryPolicyBuilder;
import dev.mulligan.runtime.policy.TimeoutPolicyBuilder;
import java.lang.StackWalker.StackFrame;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Collects the policies of a {@link CodeGuard}. The order of these calls does not matter: policies
 * always stand around one another as they do for annotated methods. Not thread-safe.
 */
public final class CodeGuardBuilder {
  private static final StackWalker CALLERS =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private final Map<String, Consumer<?>> bases = new LinkedHashMap<>();
  private boolean keyed;

  /** Starts without policies. */
  public CodeGuardBuilder() {}

  /**
   * Adds a retry policy.
   *
   * @param settings sets what differs from the defaults of {@code @Retry}; applied again whenever
   *     configuration changes
   * @return this builder
   */
  public CodeGuardBuilder retry(Consumer<RetryPolicyBuilder> settings) {
    return add("Retry", settings);
  }

  /**
   * Adds a circuit breaker.
   *
   * @param settings sets what differs from the defaults of {@code @CircuitBreaker}
   * @return this builder
   */
  public CodeGuardBuilder circuitBreaker(Consumer<CircuitBreakerPolicyBuilder> settings) {
    return add("CircuitBreaker", settings);
  }

  /**
   * Adds a limit for the time of each attempt.
   *
   * @param settings sets {@code value}, and what differs from the defaults of {@code @Timeout}
   * @return this builder
   */
  public CodeGuardBuilder timeout(Consumer<TimeoutPolicyBuilder> settings) {
    return add("Timeout", settings);
  }

  /**
   * Adds a limit of concurrent attempts.
   *
   * @param settings sets {@code value}, and what differs from the defaults of {@code @Bulkhead}
   * @return this builder
   */
  public CodeGuardBuilder bulkhead(Consumer<BulkheadPolicyBuilder> settings) {
    return add("Bulkhead", settings);
  }

  /**
   * Adds a limit of attempts in a stretch of time.
   *
   * @param settings sets {@code permits}, and what differs from the defaults of {@code @RateLimit}
   * @return this builder
   */
  public CodeGuardBuilder rateLimit(Consumer<RateLimitPolicyBuilder> settings) {
    return add("RateLimit", settings);
  }

  /**
   * Lets there be one breaker and one rate limiter a key, as {@code @Key} does for a parameter. The
   * key is given by {@link CodeGuard#forKey}.
   *
   * @return this builder
   */
  public CodeGuardBuilder keyed() {
    keyed = true;
    return this;
  }

  private CodeGuardBuilder add(String annotation, Consumer<?> settings) {
    bases.put(annotation, settings);
    return this;
  }

  /**
   * Builds the guard. Keep it: it has the state of its breaker and limits. Its name, unless a
   * policy gives one, is the class, method and line of this call.
   *
   * @return the guard
   * @throws PolicyException if a value is out of its range, two contradict each other, or a name is
   *     used elsewhere with other values
   */
  public CodeGuard build() {
    GuardedMethod place = CALLERS.walk(frames -> place(frames.skip(1).findFirst().orElseThrow()));
    Map<String, Map<String, String>> written = new LinkedHashMap<>();
    bases.keySet().forEach(annotation -> written.put(annotation, Map.of()));
    MethodPolicies policies = MethodPolicies.read(place.location(), written, bases);
    if (policies.retry() != null) {
      written.put("Retry", Map.of("name", policies.retry().name()));
    }
    if (policies.breaker() != null) {
      written.put("CircuitBreaker", Map.of("name", policies.breaker().name()));
    }
    PolicyNames.claim(place, policies);
    Written all =
        new Written(
            Engine.CODE, written, "", keyed ? 0 : -1, "", Map.copyOf(bases), CodeFallback.INSTANCE);
    Guard guard = PlanSource.guard(place, new PlanRecipe(place, all));
    GuardBuilder.publish(guard);
    return new CodeGuard(guard, keyed);
  }

  /** The key and the fallback of a call are its arguments. */
  private static GuardedMethod place(StackFrame caller) {
    return new GuardedMethod(
        MethodHandles.publicLookup(),
        caller.getDeclaringClass(),
        caller.getMethodName() + ":" + caller.getLineNumber(),
        MethodType.genericMethodType(2),
        true,
        List.of("key", "fallback"),
        Set.of());
  }
}
