package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.spi.TargetResolver;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object on which a letter is replayed: a resolver's, else the last one on which the call
 * failed, as long as it lives. Thread-safe.
 */
final class Receivers {
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

  @Nullable Object find(String callId, GuardedMethod method) {
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
    WeakReference<Object> reference = lastOf(method).get(callId);
    return reference == null ? null : reference.get();
  }
}
