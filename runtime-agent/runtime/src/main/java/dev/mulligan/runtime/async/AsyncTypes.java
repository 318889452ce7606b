package dev.mulligan.runtime.async;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Set;

/**
 * The names of result types that arrive after a method has returned, for those who must not load
 * them: the compiler's side and the weaver.
 */
public final class AsyncTypes {
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.CompletableFuture",
          "reactor.core.publisher.Mono",
          "reactor.core.publisher.Flux",
          "io.smallrye.mutiny.Uni");

  private static final Set<String> OTHERS =
      Set.of(
          "com.google.common.util.concurrent.ListenableFuture",
          "io.smallrye.mutiny.Multi",
          "io.vertx.core.Future",
          "java.util.concurrent.Flow$Publisher",
          "java.util.concurrent.Future",
          "kotlinx.coroutines.flow.Flow",
          "org.reactivestreams.Publisher",
          "scala.concurrent.Future");

  private static final String RX_JAVA = "io.reactivex.";

  private AsyncTypes() {}

  /**
   * Tells whether a type is understood: its attempts end when the result does. The system property
   * {@code mulligan.async} adds types for which the application has an adapter.
   *
   * @param name the binary name of the method's result
   * @return true for just that type, not for subtypes of it
   */
  public static boolean isUnderstood(String name) {
    return UNDERSTOOD.contains(name) || isAdded(name, added());
  }

  /** Whoever's call it is: with the rights of the runtime, if it has any. */
  @SuppressWarnings("removal") // as long as there is a JDK that has a security manager
  private static String added() {
    try {
      return AccessController.doPrivileged(
          (PrivilegedAction<String>) () -> System.getProperty("mulligan.async", ""));
    } catch (SecurityException hidden) {
      return "";
    }
  }

  /**
   * Tells whether a type, or one that extends it, must not be taken for a result that is there.
   *
   * @param name the binary name of a type
   * @return true if its values arrive later
   */
  public static boolean isAsynchronous(String name) {
    return isUnderstood(name) || OTHERS.contains(name) || name.startsWith(RX_JAVA);
  }

  /**
   * Tells whether a type is in a list of names.
   *
   * @param name the binary name of a type
   * @param names names separated by commas
   * @return true if it is
   */
  public static boolean isAdded(String name, String names) {
    for (String added : names.split(",", -1)) {
      if (added.strip().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
