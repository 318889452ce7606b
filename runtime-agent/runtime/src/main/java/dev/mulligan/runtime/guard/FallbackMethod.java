package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The method that answers when a guarded one has failed for good.
 *
 * @param handle takes the receiver, the arguments as an array, and the exception
 * @param exception the type of its last parameter, or null if it does not want to know
 */
record FallbackMethod(MethodHandle handle, @Nullable Class<?> exception) implements Fallback {
  /**
   * Finds a fallback.
   *
   * @throws PolicyException unless exactly one method of that name fits
   */
  static FallbackMethod find(GuardedMethod method, String name) {
    List<Method> named = named(method.declaring(), name);
    List<Method> fitting = named.stream().filter(candidate -> fits(candidate, method)).toList();
    if (fitting.size() != 1) {
      throw new PolicyException(method.location(), List.of(problem(method, name, named, fitting)));
    }
    return of(method, fitting.get(0));
  }

  private static Problem problem(
      GuardedMethod method, String name, List<Method> named, List<Method> fitting) {
    String wanted =
        Arrays.stream(method.type().parameterArray())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", name + "(", ")"));
    String what;
    if (named.isEmpty()) {
      what = "there is no method " + wanted + " in " + method.declaring().getName();
    } else if (fitting.isEmpty()) {
      what =
          "no method of that name fits: wanted is "
              + wanted
              + ", optionally with an exception as one more parameter, giving "
              + method.type().returnType().getSimpleName();
    } else {
      what = fitting.size() + " methods of that name fit; give one of them another name";
    }
    return new Problem("Fallback", "value", name, what);
  }

  /** The class's own methods, then those of its superclasses, then those of its interfaces. */
  private static List<Method> named(Class<?> declaring, String name) {
    for (Class<?> type = declaring; type != null; type = type.getSuperclass()) {
      List<Method> found = ownNamed(type, name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return Arrays.stream(declaring.getMethods())
        .filter(candidate -> candidate.getName().equals(name))
        .toList();
  }

  private static List<Method> ownNamed(Class<?> type, String name) {
    List<Method> found = new ArrayList<>();
    for (Method candidate : type.getDeclaredMethods()) {
      if (candidate.getName().equals(name) && !candidate.isBridge()) {
        found.add(candidate);
      }
    }
    return found;
  }

  private static boolean fits(Method candidate, GuardedMethod method) {
    List<Class<?>> wanted = method.type().parameterList();
    List<Class<?>> given = List.of(candidate.getParameterTypes());
    boolean same = given.equals(wanted);
    boolean sameAndException =
        given.size() == wanted.size() + 1
            && given.subList(0, wanted.size()).equals(wanted)
            && Throwable.class.isAssignableFrom(given.get(wanted.size()));
    Class<?> result = method.type().returnType();
    boolean itself = same && candidate.getName().equals(method.name());
    return !itself
        && (same || sameAndException)
        && (result == void.class || result.isAssignableFrom(candidate.getReturnType()))
        && (!method.isStatic() || Modifier.isStatic(candidate.getModifiers()));
  }

  private static FallbackMethod of(GuardedMethod method, Method found) {
    int arguments = method.type().parameterCount();
    boolean told = found.getParameterCount() > arguments;
    try {
      MethodHandle handle =
          MethodHandles.privateLookupIn(found.getDeclaringClass(), method.lookup())
              .unreflect(found)
              .asFixedArity();
      if (Modifier.isStatic(found.getModifiers())) {
        handle = MethodHandles.dropArguments(handle, 0, Object.class);
      }
      if (!told) {
        handle = MethodHandles.dropArguments(handle, arguments + 1, Throwable.class);
      }
      handle =
          handle.asType(
              handle
                  .type()
                  .changeReturnType(Object.class)
                  .changeParameterType(0, Object.class)
                  .changeParameterType(arguments + 1, Throwable.class));
      return new FallbackMethod(
          handle.asSpreader(1, Object[].class, arguments),
          told ? found.getParameterTypes()[arguments] : null);
    } catch (IllegalAccessException e) {
      Problem problem =
          new Problem("Fallback", "value", found.getName(), found + " is not accessible");
      throw new PolicyException(method.location(), List.of(problem));
    }
  }

  /** Errors are answered only by a fallback that names one. */
  @Override
  public boolean takes(Object[] arguments, Throwable failure) {
    if (failure instanceof InterruptedException) {
      return false;
    }
    boolean wanted = exception == null || exception.isInstance(failure);
    return wanted
        && (!(failure instanceof Error)
            || (exception != null && Error.class.isAssignableFrom(exception)));
  }

  @Override
  public @Nullable Object call(@Nullable Object receiver, Object[] arguments, Throwable failure)
      throws Throwable {
    return (Object) handle.invokeExact(receiver, arguments, failure);
  }
}
