package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.guard.Written.Engine;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.Signature;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links woven methods to their guards. A woven method asks for its guard by a dynamic constant, or
 * by {@code invokedynamic} in classes older than Java 11; the answer is a constant from then on.
 *
 * <p>The guard's text travels in the class file, as written by {@link GuardText}, so that linking
 * needs neither the annotations nor any other class that the method mentions.
 */
public final class Woven {
  /**
   * The version of what woven and generated code calls. It changes when code that one version wove
   * or generated can no longer call the runtime of another; a line of text that an older runtime
   * does not know leaves a method unguarded, and is no reason to change it.
   */
  public static final int PROTOCOL = 2;

  /** What the agent tries itself on is no policy of the application's, and not shown as one. */
  private static final String SELF_TEST = "dev.mulligan.agent.selftest.";

  private Woven() {}

  /**
   * Finds the guard of a method, as a dynamic constant of its class. What it takes and gives is as
   * general as it is because the JVM then calls it without an adapter, which would be made anew for
   * every class.
   *
   * @param caller the woven class
   * @param name the woven method
   * @param type the type of the constant
   * @param method the descriptor of the woven method, a text: for a method type, the JVM would load
   *     every class of the signature, and one of them may be absent
   * @param text the guard's text
   * @return the guard
   */
  public static Object guard(
      MethodHandles.Lookup caller, String name, Class<?> type, Object method, Object text) {
    return guard(caller, name, (String) method, (String) text);
  }

  /**
   * Links one use of a guard, in classes that are too old for dynamic constants. A method uses its
   * guard in several places; they all get the same one.
   *
   * @param caller the woven class
   * @param name the woven method
   * @param site takes nothing and gives a {@link Guard}
   * @param method the descriptor of the woven method
   * @param text the guard's text
   * @return a constant call site
   */
  public static Object link(
      MethodHandles.Lookup caller, String name, MethodType site, Object method, Object text) {
    Guard guard = guard(caller, name, (String) method, (String) text);
    return new ConstantCallSite(MethodHandles.constant(Guard.class, guard).asType(site));
  }

  private static Guard guard(MethodHandles.Lookup caller, String name, String method, String text) {
    Link link = new Link(caller, name, method, text);
    try {
      return Stack.hasRoom() ? link.call() : Stack.elsewhere(link);
    } catch (Throwable broken) {
      return unguarded(caller, name, method, broken);
    }
  }

  /**
   * Whatever is wrong: a method that cannot be linked could never run. Only that the stack is
   * exhausted is thrown, which the JVM forgets: it links the method at the next call.
   */
  private static Guard unguarded(
      MethodHandles.Lookup caller, String name, String method, Throwable broken) {
    if (broken instanceof StackOverflowError exhausted && !Stack.hasRoom()) {
      throw exhausted;
    }
    try {
      return builder(caller, name, method).withoutPolicies().make();
    } catch (Throwable stillBroken) {
      return LastResort.guard(builder(caller, name, method).method());
    }
  }

  private record Link(MethodHandles.Lookup caller, String name, String method, String text)
      implements Callable<Guard> {
    @Override
    public Guard call() {
      return find(caller, name, method, text);
    }
  }

  private static Guard find(MethodHandles.Lookup caller, String name, String method, String text) {
    ConcurrentHashMap<String, Guard> guards = OfClass.GUARDS.get(caller.lookupClass());
    String signature = name + method;
    Guard known = guards.get(signature);
    if (known != null) {
      return known;
    }
    // Made outside of the map: it may run the application's constructors, which may link more.
    Guard made = make(caller, name, method, text);
    Guard first = guards.putIfAbsent(signature, made);
    if (first != null) {
      return first;
    }
    if (!isSelfTest(caller.lookupClass())) {
      GuardBuilder.publish(made);
    }
    return made;
  }

  /** The agent proves by its own method that weaving works, whatever is switched off. */
  static boolean isSelfTest(Class<?> type) {
    return type.getName().startsWith(SELF_TEST);
  }

  private static GuardBuilder builder(MethodHandles.Lookup caller, String name, String method) {
    Class<?> woven = caller.lookupClass();
    Signature signature = Signature.of(method, woven.getClassLoader());
    return new GuardBuilder(caller, woven, name, signature, Engine.WOVEN);
  }

  private static Guard make(MethodHandles.Lookup caller, String name, String method, String text) {
    GuardBuilder builder = builder(caller, name, method);
    try {
      GuardText.apply(text, builder);
    } catch (Throwable broken) {
      // Such as the text of another version's agent. The method must still be linked.
      Log.warn("Not guarded: " + caller.lookupClass().getName() + "#" + name, broken);
      builder.withoutPolicies();
    }
    return builder.make();
  }

  /** Apart, so that the entrance itself has nothing to initialize that could fail. */
  private static final class OfClass {
    static final ClassValue<ConcurrentHashMap<String, Guard>> GUARDS =
        new ClassValue<>() {
          @Override
          protected ConcurrentHashMap<String, Guard> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
          }
        };
  }
}
