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

  /**
   * Makes a daemon thread of Mulligan's own: it keeps no JVM alive, and no application's class
   * loader.
   *
   * @param name its name
   * @param task what it does
   * @return the thread, not started
   */
  public static Thread daemon(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Threads.class.getClassLoader());
    return thread;
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
