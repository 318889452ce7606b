package dev.mulligan.conformance;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Lets Mulligan's own code fail: the classes of the runtime are changed in this JVM, so that each
 * of the named methods throws at its entry when it is told to. The product has no hook for it.
 */
public final class SafetyFaults {
  /** The methods that fail, by where they belong; {@code Class#method} within the runtime. */
  static final Map<String, List<String>> POINTS =
      Map.of(
          "way in",
          List.of(
              "time.CoarseClock#now",
              "guard.Plan#enter",
              "guard.Plan#enterLater",
              "guard.Plan#keyArgument",
              "guard.Admission#enter",
              "guard.Admission#enterRest",
              "guard.Admission#breaker",
              "guard.Admission#limiter",
              "guard.Admission#takePlace",
              "guard.KeyReader#read",
              "guard.WrapperMark#push",
              "guard.WrapperMark#covers",
              "breaker.BreakerGroup#of",
              "breaker.Breaker#reserve",
              "breaker.Breaker#started",
              "breaker.Closed#acquire",
              "breaker.HalfOpen#acquire",
              "ratelimit.RateLimiter#tryAcquire",
              "bulkhead.Bulkhead#tryEnter",
              "guard.Places#with",
              "keyed.Keyed#get",
              "deadletter.LetterBox#snapshot"),
          "success",
          List.of(
              "breaker.Closed#succeeded",
              "breaker.SlowCallPermit#succeeded",
              "guard.Places$Joined#succeeded",
              "bulkhead.Bulkhead#leave",
              "count.StripedCount#increment",
              "guard.ResultCheck#accepts",
              "guard.Plan#accepts",
              "guard.Call#recovered",
              "guard.Ending#recovered",
              "guard.CallEvents#recovered"),
          "first judgement",
          List.of(
              "guard.Judgement#mustPass",
              "guard.Judgement#classify",
              "guard.Judgement#settle",
              "guard.Judgement#delay",
              "guard.CallEvents#attemptFailed",
              "classify.Classifier#classify",
              "retry.Retrier#delay",
              "guard.Ending#replay",
              "guard.Nesting#isInside"),
          "failure",
          List.of(
              "breaker.Closed#failed",
              "guard.Places$Joined#failed",
              "guard.Places$Joined#neutral",
              "retry.RetryBudget#pay",
              "guard.Call#add",
              "guard.Call#sleep",
              "guard.Call#goOn",
              "guard.Call#end",
              "guard.Call#lost",
              "guard.Nesting#enter",
              "guard.Nesting#leave",
              "guard.Shutdown#enter",
              "guard.Shutdown#leave",
              "time.Time#sleepUnless",
              "notify.Events#publish",
              "notify.Events#watchAttempts",
              "notify.EventLog#write",
              "log.Log#log",
              "log.AppLog#log",
              "log.AppLog#isOn",
              "count.PolicyCounters#failed",
              "count.PolicyCounters#retried",
              "count.PolicyCounters#exhausted",
              "classify.Suppressed#add",
              "guard.Ending#giveUp",
              "guard.Ending#answers",
              "guard.FallbackMethod#takes",
              "deadletter.LetterBox#keeps",
              "deadletter.LetterBox#write",
              "deadletter.ArgumentWriter#write",
              "deadletter.DeadLetterOffice#keep"),
          "timeout",
          List.of(
              "guard.Plan#limit",
              "guard.Elsewhere#capture",
              "guard.Carried#capture",
              "guard.Carried#attach",
              "guard.Workers#runBlocking",
              "guard.TimedBody#begin",
              "guard.TimedBody#end",
              "time.Time#awaitUntil",
              "time.Time#alarmAt",
              "guard.Bypass#consume",
              "method.GuardedMethod#findBody"),
          "asynchronous",
          List.of(
              "guard.AsyncCall#begin",
              "guard.AsyncCall#judge",
              "guard.AsyncCall#pause",
              "guard.AsyncCall#end",
              "guard.Pause#ask",
              "guard.Workers#runAsync",
              "time.Time#pause",
              "async.StageAdapter#guard",
              "guard.StageAttempts#begin"));

  /** What takes part in making a guard, and in making it anew. */
  static final List<String> LINKING =
      List.of(
          "breaker.Breakers#group",
          "config.Config#get",
          "config.Config#of",
          "config.Config#overrides",
          "config.KnownKeys#report",
          "count.Counters#add",
          "deadletter.DeadLetterOffice#register",
          "guard.Configured#unconfigured",
          "guard.Configured#values",
          "guard.GuardBuilder#make",
          "guard.GuardBuilder#register",
          "guard.LiveGuards#add",
          "guard.LiveGuards#refresh",
          "guard.Operations#open",
          "guard.PlanRecipe#first",
          "guard.PlanRecipe#ingredients",
          "guard.PlanRecipe#make",
          "guard.PlanSource#follow",
          "guard.PlanSource#inForce",
          "guard.PolicyNames#claim",
          "guard.PolicyNames#of",
          "guard.Registry#breakers",
          "guard.SharedBudgets#of",
          "guard.SwitchBoard#announce",
          "guard.SwitchBoard#isOff",
          "guard.Woven#find",
          "guard.GuardText#apply",
          "policy.MethodPolicies#read",
          "time.CoarseClock#serve");

  private static volatile String armed = "";
  private static volatile Supplier<? extends Throwable> fault = () -> null;
  private static volatile boolean struck;

  private SafetyFaults() {}

  private static boolean installed;

  /**
   * Changes the classes, once; those that are not woven into any more stay as harmless as they
   * were.
   */
  static void install() {
    if (installed) {
      return;
    }
    installed = true;
    Instrumentation instrumentation = ByteBuddyAgent.install();
    Map<String, TreeSet<String>> byClass = new TreeMap<>();
    Stream.concat(POINTS.values().stream().flatMap(List::stream), LINKING.stream())
        .map(point -> point.split("#"))
        .forEach(pair -> byClass.computeIfAbsent(pair[0], c -> new TreeSet<>()).add(pair[1]));
    byClass.forEach((name, methods) -> install(instrumentation, name, methods));
  }

  private static void install(
      Instrumentation instrumentation, String name, TreeSet<String> methods) {
    try {
      Class<?> type = Class.forName("dev.mulligan.runtime." + name);
      for (String method : methods) {
        if (List.of(type.getDeclaredMethods()).stream()
            .noneMatch(m -> m.getName().equals(method))) {
          throw new AssertionError("there is no " + name + "#" + method);
        }
      }
      new ByteBuddy()
          .redefine(type, ClassFileLocator.ForClassLoader.of(type.getClassLoader()))
          .visit(
              Advice.to(Strike.class)
                  .on(ElementMatchers.namedOneOf(methods.toArray(new String[0]))))
          .make()
          .load(type.getClassLoader(), ClassReloadingStrategy.of(instrumentation));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets the next call of a method fail. */
  static void arm(String point, Supplier<? extends Throwable> what) {
    struck = false;
    fault = what;
    armed = "dev.mulligan.runtime." + point.replace('#', '.');
  }

  /** Lets nothing fail any more, and tells whether anything did. */
  static boolean disarm() {
    armed = "";
    return struck;
  }

  /** Called at the entry of the methods. */
  public static void strike(String point) {
    if (armed.equals(point) && !Thread.currentThread().getName().startsWith("mulligan-ticker")) {
      armed = "";
      struck = true;
      throw SafetyFaults.<RuntimeException>sneaky(fault.get());
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  /** What is copied to the entry of each method. */
  public static final class Strike {
    private Strike() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#t.#m") String point) {
      strike(point);
    }
  }
}
