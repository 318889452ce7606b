package dev.mulligan.runtime.async;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Calls a library that may be absent, and that may be another one for each application: methods are
 * looked up in the class of the object at hand.
 */
final class Reflected {
  private Reflected() {}

  /** Calls a public method by its name and the names of its parameters' types. */
  static Object call(Class<?> type, @Nullable Object target, String name, Object... arguments) {
    Method method =
        Arrays.stream(type.getMethods())
            .filter(candidate -> fits(candidate, name, arguments))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException(type.getName() + " has no method " + name));
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean fits(Method candidate, String name, Object[] arguments) {
    if (!candidate.getName().equals(name) || candidate.getParameterCount() != arguments.length) {
      return false;
    }
    Class<?>[] types = candidate.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      if (!types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }
}
