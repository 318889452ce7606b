package dev.mulligan.runtime.time;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** What the runtime asks of threads on every JDK from 17 on. */
public final class Threads {
  private static final @Nullable MethodHandle IS_VIRTUAL = isVirtual();

  private Threads() {}

  /**
   * Tells the identity of the current thread.
   *
   * @return a number that no other thread ever has
   */
  @SuppressWarnings("deprecation") // threadId() came with JDK 19
  public static long id() {
    return Thread.currentThread().getId();
  }

  /**
   * Tells whether a thread is virtual.
   *
   * @param thread the thread
   * @return always false on a JDK without virtual threads
   */
  public static boolean isVirtual(Thread thread) {
    try {
      return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable e) {
      return false;
    }
  }

  private static @Nullable MethodHandle isVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException olderJdk) {
      return null;
    }
  }
}
