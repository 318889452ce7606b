package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.lang.reflect.Constructor;
import java.util.List;

/** Makes the objects of the application that a policy names by their class. */
final class Created {
  private Created() {}

  /**
   * Makes one.
   *
   * @throws PolicyException if that is impossible
   */
  static <T> T of(GuardedMethod method, String attribute, String className, Class<T> type) {
    try {
      Class<?> found = Class.forName(className, true, method.declaring().getClassLoader());
      Constructor<?> constructor = found.getDeclaredConstructor();
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      String why = "cannot be created by a constructor without parameters: " + e;
      throw new PolicyException(
          method.location(), List.of(new Problem("Retry", attribute, className, why)));
    }
  }
}
