package dev.mulligan.runtime.time;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/** What the runtime asks of threads on every JDK from 17 on. */
public final class Threads {
  private static final @Nullable MethodHandle IS_VIRTUAL =
      find(l -> l.findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class)));
  private static final @Nullable MethodHandle START_VIRTUAL =
      find(
          l ->
              l.findStatic(
                  Thread.class,
                  "startVirtualThread",
                  MethodType.methodType(Thread.class, Runnable.class)));

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
  @SuppressWarnings("removal") // as long as there is a JDK on which a thread remembers its creator
  public static Thread daemon(String name, Runnable task) {
    // Else the thread would keep every application that happens to be on the stack from unloading.
    return AccessController.doPrivileged((PrivilegedAction<Thread>) () -> make(name, task));
  }

  private static Thread make(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Threads.class.getClassLoader());
    return thread;
  }

  /**
   * Tells whether this JDK has virtual threads.
   *
   * @return true from JDK 21 on
   */
  public static boolean haveVirtual() {
    return START_VIRTUAL != null;
  }

  /**
   * Runs a task on a virtual thread of its own.
   *
   * @param task what it does
   * @throws UnsupportedOperationException on a JDK without virtual threads
   */
  public static void startVirtual(Runnable task) {
    if (START_VIRTUAL == null) {
      throw new UnsupportedOperationException("no virtual threads");
    }
    try {
      Thread unused = (Thread) START_VIRTUAL.invokeExact(task);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static @Nullable MethodHandle find(Finder finder) {
    try {
      return finder.find(MethodHandles.publicLookup());
    } catch (ReflectiveOperationException olderJdk) {
      return null;
    }
  }

  @FunctionalInterface
  private interface Finder {
    MethodHandle find(MethodHandles.Lookup lookup) throws ReflectiveOperationException;
  }
}
