package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.log.AppLog;
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
 * @param log the application's log, whose context it is
 */
record Carried(
    @Nullable ClassLoader loader,
    @Nullable Map<String, String> logging,
    @Nullable List<Call> nesting,
    @Nullable WrapperMark mark,
    List<Captured> captured,
    AppLog log) {

  static Carried capture(List<ContextCarrier> carriers, AppLog log) {
    List<Captured> captured = new ArrayList<>();
    for (ContextCarrier carrier : carriers) {
      try {
        captured.add(carrier.capture());
      } catch (Throwable broken) {
        log.warn(carrier.getClass().getName() + " cannot capture", broken);
      }
    }
    return new Carried(
        Thread.currentThread().getContextClassLoader(),
        log.captureContext(),
        Nesting.capture(),
        WrapperMark.capture(),
        captured,
        log);
  }

  /** Takes a step with everything on this thread; what cannot be carried keeps it from nothing. */
  void around(Runnable step) {
    Deque<Runnable> undo = new ArrayDeque<>();
    attempt(() -> undo.push(attach()));
    try {
      step.run();
    } finally {
      undo.forEach(this::attempt);
    }
  }

  /** Puts everything on this thread; what is returned puts back what was there. Never throws. */
  Runnable attach() {
    try {
      return attachAll();
    } catch (Throwable broken) {
      log.warn("No context can be carried", broken);
      return () -> {};
    }
  }

  private Runnable attachAll() {
    Thread thread = Thread.currentThread();
    ClassLoader loaderBefore = thread.getContextClassLoader();
    Map<String, String> loggingBefore = log.captureContext();
    List<Call> nestingBefore = Nesting.replace(nesting);
    WrapperMark markBefore = WrapperMark.replace(mark);
    attempt(() -> thread.setContextClassLoader(loader));
    attempt(() -> log.restoreContext(logging));
    Deque<Runnable> undo = new ArrayDeque<>();
    for (Captured one : captured) {
      attempt(() -> undo.push(one.attach()));
    }
    return () -> {
      undo.forEach(this::attempt);
      attempt(() -> log.restoreContext(loggingBefore));
      attempt(() -> thread.setContextClassLoader(loaderBefore));
      WrapperMark.replace(markBefore);
      Nesting.replace(nestingBefore);
    };
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (Throwable broken) {
      log.warn("A context cannot be carried", broken);
    }
  }
}
