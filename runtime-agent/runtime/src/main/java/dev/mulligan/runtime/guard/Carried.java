package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.log.Mdc;
import dev.mulligan.runtime.spi.ContextCarrier;
import dev.mulligan.runtime.spi.ContextCarrier.Captured;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call takes along to the threads of its attempts: the logging context, the context class
 * loader, what the application's carriers carry, and what the runtime knows of the calls around.
 *
 * @param loader the context class loader
 * @param logging the logging context, or null
 * @param nesting the calls that are repeating
 * @param mark the wrapper at work
 * @param captured what carriers captured
 */
record Carried(
    @Nullable ClassLoader loader,
    @Nullable Map<String, String> logging,
    @Nullable List<Call> nesting,
    @Nullable WrapperMark mark,
    List<Captured> captured) {

  static Carried capture(List<ContextCarrier> carriers) {
    List<Captured> captured = new ArrayList<>();
    for (ContextCarrier carrier : carriers) {
      try {
        captured.add(carrier.capture());
      } catch (Throwable broken) {
        Log.warn(carrier.getClass().getName() + " cannot capture", broken);
      }
    }
    return new Carried(
        Thread.currentThread().getContextClassLoader(),
        Mdc.capture(),
        Nesting.capture(),
        WrapperMark.capture(),
        captured);
  }

  /** Puts everything on this thread; what is returned puts back what was there. Never throws. */
  Runnable attach() {
    try {
      return attachAll();
    } catch (Throwable broken) {
      Log.warn("No context can be carried", broken);
      return () -> {};
    }
  }

  private Runnable attachAll() {
    Thread thread = Thread.currentThread();
    ClassLoader loaderBefore = thread.getContextClassLoader();
    Map<String, String> loggingBefore = Mdc.capture();
    List<Call> nestingBefore = Nesting.replace(nesting);
    WrapperMark markBefore = WrapperMark.replace(mark);
    attempt(() -> thread.setContextClassLoader(loader));
    attempt(() -> Mdc.restore(logging));
    Deque<Runnable> undo = new ArrayDeque<>();
    for (Captured one : captured) {
      attempt(() -> undo.push(one.attach()));
    }
    return () -> {
      undo.forEach(Carried::attempt);
      attempt(() -> Mdc.restore(loggingBefore));
      attempt(() -> thread.setContextClassLoader(loaderBefore));
      WrapperMark.replace(markBefore);
      Nesting.replace(nestingBefore);
    };
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (Throwable broken) {
      Log.warn("A context cannot be carried", broken);
    }
  }
}
