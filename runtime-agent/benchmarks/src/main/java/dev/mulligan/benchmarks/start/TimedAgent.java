package dev.mulligan.benchmarks.start;

import dev.mulligan.agent.MulliganAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Mulligan's agent, with a stopwatch around its transformer. */
public final class TimedAgent {
  private static volatile @Nullable TimedTransformer transformer;

  private TimedAgent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param file where the times go when the JVM ends
   * @param instrumentation the JVM's
   */
  public static void premain(String file, Instrumentation instrumentation) {
    Instrumentation watched =
        (Instrumentation)
            Proxy.newProxyInstance(
                TimedAgent.class.getClassLoader(),
                new Class<?>[] {Instrumentation.class},
                (proxy, method, arguments) -> call(instrumentation, method, arguments));
    MulliganAgent.premain(null, watched);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(file))));
  }

  private static @Nullable Object call(
      Instrumentation instrumentation, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && arguments[0] instanceof ClassFileTransformer added) {
      TimedTransformer timed = new TimedTransformer(added);
      transformer = timed;
      arguments[0] = timed;
    }
    try {
      return method.invoke(instrumentation, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void write(Path file) {
    try {
      transformer().write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Tells the transformer that the agent registered.
   *
   * @throws IllegalStateException if it registered none
   */
  static TimedTransformer transformer() {
    TimedTransformer registered = transformer;
    if (registered == null) {
      throw new IllegalStateException("the agent registered no transformer");
    }
    return registered;
  }
}
