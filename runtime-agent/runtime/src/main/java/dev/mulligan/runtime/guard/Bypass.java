package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import org.jspecify.annotations.Nullable;

/**
 * Lets a guard call the body of a woven method, which would otherwise begin with its guard again.
 * The method takes the flag off as its first deed, so that calls which it makes to itself are
 * guarded. Only methods that have a timeout or are asynchronous look at it.
 */
final class Bypass {
  private static final ThreadLocal<@Nullable GuardedMethod> NEXT = new ThreadLocal<>();

  private Bypass() {}

  static @Nullable Object call(GuardedMethod method, @Nullable Object receiver, Object[] arguments)
      throws Throwable {
    try {
      method.findBody();
    } catch (Throwable broken) {
      // There is no other way to the body, so what failed is tried once more.
      method.findBody();
    }
    NEXT.set(method);
    try {
      return method.invokeBody(receiver, arguments);
    } finally {
      // Still there if the call never reached the method.
      NEXT.remove();
    }
  }

  static boolean consume(GuardedMethod method) {
    if (NEXT.get() != method) {
      return false;
    }
    NEXT.remove();
    return true;
  }
}
