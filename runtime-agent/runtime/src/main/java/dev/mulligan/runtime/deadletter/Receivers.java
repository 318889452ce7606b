package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.replay.NotReplayableException;
import dev.mulligan.runtime.spi.TargetResolver;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object on which a letter is replayed: a resolver's; else the last one on which the call
 * failed, as long as it lives; else, where that is wanted, a new one. Thread-safe.
 */
final class Receivers {
  private static final String CONSTRUCT = "mulligan.replay.construct";

  static {
    KnownKeys.add(CONSTRUCT);
  }

  /** By class loader: two applications in one JVM may have a method of the same name each. */
  private final Map<ClassLoader, Map<String, WeakReference<Object>>> last =
      Collections.synchronizedMap(new WeakHashMap<>());

  void remember(GuardedMethod method, String callId, @Nullable Object receiver) {
    if (receiver != null) {
      lastOf(method).put(callId, new WeakReference<>(receiver));
    }
  }

  private Map<String, WeakReference<Object>> lastOf(GuardedMethod method) {
    return last.computeIfAbsent(
        method.declaring().getClassLoader(), loader -> new ConcurrentHashMap<>());
  }

  /**
   * Finds a receiver. A new object is made only when the receiver is asked for.
   *
   * @throws NotReplayableException if there is none
   */
  Receiver find(String callId, GuardedMethod method) throws NotReplayableException {
    if (method.isStatic()) {
      return () -> null;
    }
    Object resolved = resolve(method);
    if (resolved != null) {
      return new Resolved(resolved);
    }
    WeakReference<Object> reference = lastOf(method).get(callId);
    Object known = reference == null ? null : reference.get();
    if (known != null) {
      return () -> known;
    }
    String wanted = Config.of(method.declaring().getClassLoader()).get(CONSTRUCT);
    if (!"true".equals(wanted)) {
      throw new NotReplayableException("there is no object to call " + callId + " on");
    }
    return constructed(method);
  }

  private static @Nullable Object resolve(GuardedMethod method) {
    try {
      for (TargetResolver resolver :
          ServiceLoader.load(TargetResolver.class, method.declaring().getClassLoader())) {
        Object found = resolver.resolve(method.declaring());
        if (found != null) {
          return found;
        }
      }
    } catch (RuntimeException | ServiceConfigurationError e) {
      Log.warn("A target resolver failed for " + method.declaring().getName() + ": " + e);
    }
    return null;
  }

  private static Receiver constructed(GuardedMethod method) throws NotReplayableException {
    Class<?> guarding = method.lookup().lookupClass();
    // A wrapper is made rather than what it wraps: else the call would go past the policies.
    Class<?> type = method.declaring().isAssignableFrom(guarding) ? guarding : method.declaring();
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new NotReplayableException("there is no object of the abstract " + type.getName());
    }
    try {
      MethodHandle constructor =
          method.lookup().findConstructor(type, MethodType.methodType(void.class));
      return () -> construct(constructor, type);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new NotReplayableException(
          "there is no object of " + type.getName() + ", and no constructor without arguments", e);
    }
  }

  private static Object construct(MethodHandle constructor, Class<?> type)
      throws NotReplayableException {
    try {
      return constructor.invoke();
    } catch (Throwable e) {
      throw new NotReplayableException("the constructor of " + type.getName() + " failed: " + e, e);
    }
  }

  /** What a call is made on. */
  @FunctionalInterface
  interface Receiver {
    /**
     * Gives the object.
     *
     * @return the object, or null for a static method
     * @throws NotReplayableException if it had to be made, and could not be
     */
    @Nullable Object get() throws NotReplayableException;

    /**
     * Tells whether it is the very object whose method was called, and not perhaps a proxy of it.
     *
     * @return true unless a resolver gave it
     */
    default boolean isItself() {
      return true;
    }
  }

  private record Resolved(Object get) implements Receiver {
    @Override
    public boolean isItself() {
      return false;
    }
  }
}
