package dev.mulligan.runtime.deadletter;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mulligan.annotations.Redact;
import dev.mulligan.runtime.log.OtherSlf4jProvider;
import dev.mulligan.runtime.method.GuardedMethod;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.slf4j.LoggerFactory;

/**
 * An application with a class loader of its own, which shares no class with the runtime: its slf4j,
 * its annotations of Mulligan and those of Jackson are others, as in a fat jar under the agent.
 */
final class Application implements AutoCloseable {
  private static final String PROVIDER = "slf4j.provider";

  private final URLClassLoader loader;

  private Application(URLClassLoader loader) {
    this.loader = loader;
  }

  static Application start() {
    System.setProperty(PROVIDER, OtherSlf4jProvider.class.getName());
    URL[] own = {
      locationOf(LoggerFactory.class),
      locationOf(JsonProperty.class),
      locationOf(Redact.class),
      locationOf(Application.class)
    };
    return new Application(new URLClassLoader(own, ClassLoader.getPlatformClassLoader()));
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  Class<?> type(Class<?> sameName) throws ClassNotFoundException {
    return loader.loadClass(sameName.getName());
  }

  /** A method of one of its classes, as the agent would know it. */
  static GuardedMethod method(Class<?> type, String name, List<String> names, Integer... redacted) {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return new GuardedMethod(
        MethodHandles.lookup(),
        type,
        name,
        MethodType.methodType(method.getReturnType(), method.getParameterTypes()),
        false,
        names,
        Set.of(redacted));
  }

  void log(java.util.Map<String, String> context) throws ReflectiveOperationException {
    loader
        .loadClass("org.slf4j.MDC")
        .getMethod("setContextMap", java.util.Map.class)
        .invoke(null, context);
  }

  @Override
  public void close() throws IOException {
    System.clearProperty(PROVIDER);
    loader.close();
  }
}
