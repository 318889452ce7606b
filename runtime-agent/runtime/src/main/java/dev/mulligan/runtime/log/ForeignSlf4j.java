package dev.mulligan.runtime.log;

import static java.lang.invoke.MethodType.methodType;

import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An slf4j in another class loader, called by method handles that were looked up once. */
final class ForeignSlf4j {
  static final String FACTORY = "org.slf4j.LoggerFactory";

  private static final Map<Level, String> NAMES =
      new EnumMap<>(Map.of(Level.ERROR, "error", Level.WARNING, "warn", Level.INFO, "info"));
  private static final String LEAST = "debug";

  private final Map<Level, MethodHandle> isOn = new EnumMap<>(Level.class);
  private final Map<Level, MethodHandle> log = new EnumMap<>(Level.class);
  private final MethodHandle capture;
  private final MethodHandle replace;
  private final MethodHandle clear;

  ForeignSlf4j(Class<?> factory) throws Throwable {
    ClassLoader loader = factory.getClassLoader();
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Class<?> loggerType = Class.forName("org.slf4j.Logger", false, loader);
    Object logger =
        lookup
            .findStatic(factory, "getLogger", methodType(loggerType, String.class))
            .invoke(Log.NAME);
    for (Level level : Level.values()) {
      String name = NAMES.getOrDefault(level, LEAST);
      String asked = "is" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Enabled";
      isOn.put(
          level, lookup.findVirtual(loggerType, asked, methodType(boolean.class)).bindTo(logger));
      log.put(
          level,
          lookup
              .findVirtual(loggerType, name, methodType(void.class, String.class))
              .bindTo(logger));
    }
    Class<?> mdc = Class.forName("org.slf4j.MDC", false, loader);
    capture = lookup.findStatic(mdc, "getCopyOfContextMap", methodType(Map.class));
    replace = lookup.findStatic(mdc, "setContextMap", methodType(void.class, Map.class));
    clear = lookup.findStatic(mdc, "clear", methodType(void.class));
  }

  boolean isOn(Level level) throws Throwable {
    return (boolean) handle(isOn, level).invokeExact();
  }

  void log(Level level, String line) throws Throwable {
    handle(log, level).invokeExact(line);
  }

  private static MethodHandle handle(Map<Level, MethodHandle> handles, Level level) {
    MethodHandle handle = handles.get(level);
    if (handle == null) {
      throw new IllegalArgumentException("no level " + level);
    }
    return handle;
  }

  @SuppressWarnings("unchecked") // slf4j declares it so
  @Nullable Map<String, String> captureContext() throws Throwable {
    return (Map<String, String>) capture.invoke();
  }

  void restoreContext(@Nullable Map<String, String> context) throws Throwable {
    if (context == null) {
      clear.invokeExact();
    } else {
      replace.invoke(context);
    }
  }
}
