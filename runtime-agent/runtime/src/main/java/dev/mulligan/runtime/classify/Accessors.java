package dev.mulligan.runtime.classify;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls public methods of objects whose classes are not known here. A method that is not there, is
 * not accessible or throws gives null. Thread-safe.
 */
final class Accessors {
  /**
   * Methods by signature, kept by the class that has them. Only the JDK's own types are in here: a
   * type of this runtime would be held by the library's class, and with it this runtime's loader.
   */
  private static final ClassValue<Map<String, Optional<Method>>> METHODS =
      new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
          return new ConcurrentHashMap<>();
        }
      };

  private Accessors() {}

  /** Calls a method without parameters. */
  static @Nullable Object get(Object target, String name) {
    Optional<Method> method =
        METHODS.get(target.getClass()).computeIfAbsent(name, n -> find(target.getClass(), n));
    return method.isEmpty() ? null : invoke(method.get(), target);
  }

  /** Calls a method with one parameter, a String. */
  static @Nullable Object get(Object target, String name, String argument) {
    Optional<Method> method =
        METHODS
            .get(target.getClass())
            .computeIfAbsent(name + "(String)", n -> find(target.getClass(), name, String.class));
    return method.isEmpty() ? null : invoke(method.get(), target, argument);
  }

  /** An accessible declaration: the object's own class is often an internal one. */
  private static Optional<Method> find(Class<?> type, String name, Class<?>... parameters) {
    for (Class<?> each : Supertypes.of(type)) {
      try {
        Method method = each.getMethod(name, parameters);
        if (method.trySetAccessible()) {
          return Optional.of(method);
        }
      } catch (ReflectiveOperationException | RuntimeException | LinkageError next) {
        // A supertype may still have it.
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object invoke(Method method, Object target, Object... arguments) {
    try {
      Object value = method.invoke(target, arguments);
      return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError broken) {
      return null;
    }
  }
}
