package dev.mulligan.runtime.guard;

import dev.mulligan.annotations.CustomBackoff;
import dev.mulligan.runtime.async.AsyncAdapters;
import dev.mulligan.runtime.async.AsyncTypes;
import dev.mulligan.runtime.breaker.BreakerGroup;
import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.deadletter.LetterBox;
import dev.mulligan.runtime.guard.Written.Engine;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.BulkheadPolicy;
import dev.mulligan.runtime.policy.CircuitBreakerPolicy;
import dev.mulligan.runtime.policy.DeadLetterPolicy;
import dev.mulligan.runtime.policy.FallbackPolicy;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.RateLimitPolicy;
import dev.mulligan.runtime.policy.RetryPolicy;
import dev.mulligan.runtime.ratelimit.RateLimiterGroup;
import dev.mulligan.runtime.retry.Retrier;
import dev.mulligan.runtime.retry.RetryBudget;
import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.time.CoarseClock;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the plan of one method together. What has a state (breakers, limiters, the bulkhead) is made
 * once and follows later values. Not thread-safe.
 */
final class PlanRecipe {
  private static final AtomicLong CODE_GUARDS = new AtomicLong();

  private final GuardedMethod method;
  private final Written written;
  private final Power power = new Power();
  private @Nullable BreakerGroup breakers;
  private @Nullable RateLimiterGroup limiters;
  private @Nullable Places places;
  private @Nullable LetterBox letters;
  private @Nullable PolicyCounters counters;

  PlanRecipe(GuardedMethod method, Written written) {
    this.method = method;
    this.written = written;
  }

  Ingredients ingredients() {
    Map<String, Map<String, String>> values = Configured.values(method, written);
    Set<String> names = PolicyNames.all(method, values, written.given());
    return new Ingredients(
        values,
        Observed.counts(),
        Observed.faults(),
        Mode.observes(method, names),
        SwitchBoard.isOff(method, names, written.isCode()),
        written.engine() == Engine.WRAPPED && WrapperMark.areWanted());
  }

  /** What has become of the switches since. */
  Ingredients turned(Ingredients before) {
    Set<String> names = PolicyNames.all(method, before.values(), written.given());
    return before.turned(SwitchBoard.isOff(method, names, written.isCode()));
  }

  /** Tells operators what is guarded, and how. */
  Map<String, Object> describe(String name, Ingredients used) {
    Map<String, Object> guard = new LinkedHashMap<>();
    guard.put("method", method.callId());
    guard.put("name", name);
    guard.put(
        "policies", MethodPolicies.ORDER.stream().filter(used.values()::containsKey).toList());
    guard.put("engine", written.engine().name().toLowerCase(Locale.ROOT));
    guard.put("state", used.off() ? "off" : used.observes() ? "observe" : "on");
    return guard;
  }

  Power power() {
    return power;
  }

  /**
   * Makes the first plan. If configuration has made a policy impossible, the method is left
   * unguarded, and the log says why: a guard must not keep a class from loading.
   */
  Plan first(Ingredients ingredients) {
    try {
      PolicyNames.claim(method, Configured.unconfigured(method, written));
      return make(ingredients);
    } catch (PolicyException e) {
      method.log().log(Level.WARNING, "Not guarded: " + e.getMessage());
    } catch (TypeNotPresentException e) {
      method.log().log(
          Level.WARNING,
          "Not guarded: " + method.location() + ": there is no class " + e.typeName());
    } catch (Throwable e) {
      method.log().warn("Not guarded: " + method.location(), e);
    }
    return unguarded();
  }

  Plan make(Ingredients ingredients) {
    MethodPolicies policies =
        MethodPolicies.read(method.location(), ingredients.values(), written.bases());
    String name = PolicyNames.of(method, policies, written.given());
    RetryPolicy retry = policies.retry();
    RetryBudget budget = retry == null ? null : SharedBudgets.of(method, retry);
    // What may turn out to be impossible comes before what changes a state that others share.
    ResultCheck results = resultCheck(retry);
    CustomBackoff backoff = retry == null ? null : customBackoff(retry);
    Fallback fallback = fallback(policies.fallback());
    AsyncAdapter async = async();
    if (policies.timeout() != null || async != null || isAsyncByName()) {
      // The body of a woven method is called through a handle, which needs all of its classes.
      MethodType unused = method.type();
    }
    Places places = places(name, policies.bulkhead());
    boolean placesWithinLimit = policies.timeout() != null && async == null;
    if (retry != null) {
      CoarseClock.serve(retry.maxDuration().toNanos());
    }
    if (ingredients.marks()) {
      WrapperMark.expectWrappers();
    }
    FailurePath failures =
        failures(
            name, policies, retry == null ? null : new Retrier(retry, backoff, budget), fallback);
    Plan plan =
        new Plan(
            method,
            retry != null,
            admission(name, policies, placesWithinLimit, places),
            policies.timeout(),
            elsewhere(name, placesWithinLimit ? places : null),
            async,
            results,
            ingredients.counted() ? counters(name).countSuccesses() : null,
            budget == null ? null : budget.successes(),
            policies.deadLetter() != null && policies.deadLetter().snapshot(),
            ingredients.marks(),
            ingredients.faults(),
            null,
            false,
            failures);
    return ingredients.observes()
        ? plan.observing(shadow(name, policies, backoff, failures))
        : plan;
  }

  /** With a state of its own: what only observes takes nothing from what acts elsewhere. */
  private Shadow shadow(
      String name, MethodPolicies policies, @Nullable CustomBackoff backoff, FailurePath failures) {
    CallEvents events = CallEvents.of(name, method, counters(name));
    RetryPolicy retry = policies.retry();
    RateLimitPolicy limit = policies.rateLimit();
    BulkheadPolicy bulkhead = policies.bulkhead();
    return new Shadow(
        events,
        failures.judgement(),
        failures.ending(),
        Shadow.breakers(name, policies, events),
        limit == null ? null : new RateLimiterGroup(name, limit),
        bulkhead == null ? null : new Bulkhead(name, null, bulkhead),
        policies.timeout(),
        retry == null
            ? null
            : new Retrier(
                retry, backoff, retry.budget() == 0 ? null : new RetryBudget(retry.budget())),
        key(name));
  }

  private @Nullable AsyncAdapter async() {
    Class<?> result = hasPlainResult() ? null : method.resultType();
    return result == null ? null : AsyncAdapters.find(result, method.declaring().getClassLoader());
  }

  private boolean isAsyncByName() {
    return !hasPlainResult() && AsyncTypes.isUnderstood(method.resultName());
  }

  private boolean hasPlainResult() {
    String name = method.resultName();
    return name.startsWith("java.lang.") || name.indexOf('.') < 0;
  }

  private @Nullable Fallback fallback(@Nullable FallbackPolicy policy) {
    return policy == null ? written.fallback() : FallbackMethod.find(method, policy.method());
  }

  private Admission admission(
      String name, MethodPolicies policies, boolean placesWithinLimit, @Nullable Places places) {
    return new Admission(
        breakers(policies.breaker()),
        limiters(name, policies.rateLimit()),
        placesWithinLimit ? null : places,
        placesWithinLimit && places != null,
        key(name));
  }

  private @Nullable KeyReader key(String name) {
    int index = written.keyIndex();
    return index < 0 ? null : KeyReader.of(name, method, index, written.keyPath());
  }

  private FailurePath failures(
      String name,
      MethodPolicies policies,
      @Nullable Retrier retrier,
      @Nullable Fallback fallback) {
    CallEvents events = CallEvents.of(name, method, counters(name));
    Ending ending =
        new Ending(events, letters(policies.deadLetter()), Registry.deadLetters(), fallback);
    return new FailurePath(
        name, method, power, new Judgement(events, method, policies.breaker(), retrier), ending);
  }

  private @Nullable BreakerGroup breakers(@Nullable CircuitBreakerPolicy policy) {
    if (policy == null) {
      return null;
    }
    // Only a given name is shared: two overloads of one method are not one policy.
    boolean named = !policy.name().isEmpty();
    String shown = named ? policy.name() : method.shortName();
    BreakerGroup group = breakers;
    if (group == null) {
      group = Registry.breakers().group(identity(policy), shown, policy, method.log());
      breakers = group;
    }
    if (!group.policy().equals(policy)) {
      group.reconfigure(policy);
    }
    return group;
  }

  /** Guards of code need not agree where they have no name, though one line may have built them. */
  private String identity(CircuitBreakerPolicy policy) {
    String own =
        written.isCode() ? "code " + CODE_GUARDS.incrementAndGet() : "method " + method.callId();
    String identity = policy.name().isEmpty() ? own : "name " + policy.name();
    return identity + " of " + System.identityHashCode(method.declaring().getClassLoader());
  }

  private @Nullable RateLimiterGroup limiters(String name, @Nullable RateLimitPolicy policy) {
    if (policy == null) {
      return null;
    }
    RateLimiterGroup known = limiters;
    if (known == null) {
      known = new RateLimiterGroup(name, policy);
      limiters = known;
    } else {
      known.reconfigure(policy);
    }
    return known;
  }

  private @Nullable Places places(String name, @Nullable BulkheadPolicy policy) {
    if (policy == null) {
      return null;
    }
    Places known = places;
    if (known == null) {
      known = new Places(new Bulkhead(name, null, policy));
      places = known;
    } else {
      known.bulkhead().reconfigure(policy);
    }
    return known;
  }

  private @Nullable LetterBox letters(@Nullable DeadLetterPolicy policy) {
    if (policy == null) {
      return null;
    }
    LetterBox known = letters;
    if (known == null) {
      known = new LetterBox(method, policy);
      letters = known;
    } else {
      known.reconfigure(policy);
    }
    return known;
  }

  private PolicyCounters counters(String name) {
    PolicyCounters known = counters;
    if (known == null) {
      known = new PolicyCounters(name, method.location());
      counters = known;
    }
    return known;
  }

  private Elsewhere elsewhere(String name, @Nullable Places places) {
    return new Elsewhere(method, places, counters(name));
  }

  private @Nullable CustomBackoff customBackoff(RetryPolicy retry) {
    String className = retry.custom();
    return className == null ? null : Created.of(method, "custom", className, CustomBackoff.class);
  }

  @SuppressWarnings("unchecked") // the predicate is asked about results of the method alone
  private @Nullable ResultCheck resultCheck(@Nullable RetryPolicy retry) {
    String className = retry == null ? null : retry.onResult();
    return className == null
        ? null
        : new ResultCheck(Created.of(method, "onResult", className, Predicate.class));
  }

  /** A plan that does nothing but let through: the body runs where it is, whatever its shape. */
  private Plan unguarded() {
    String name = method.shortName();
    AsyncAdapter none = null;
    CallEvents events = CallEvents.of(name, method, counters(name));
    return new Plan(
            method,
            false,
            Admission.FREE,
            null,
            elsewhere(name, null),
            none,
            null,
            null,
            null,
            false,
            false,
            null,
            null,
            false,
            new FailurePath(
                name,
                method,
                power,
                new Judgement(events, method, null, null),
                new Ending(events, null, Registry.deadLetters(), null)))
        .switchedOff();
  }
}
