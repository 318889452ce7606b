package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.spi.TargetResolver;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the object on which a letter is replayed: a resolver's, else the last one on which the call
 * failed, as long as it lives. Thread-safe.
 */
final class Receivers {
  private final Map<String, WeakReference<Object>> last = new ConcurrentHashMap<>();

  void remember(String callId, @Nullable Object receiver) {
    if (receiver != null) {
      last.put(callId, new WeakReference<>(receiver));
    }
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
    WeakReference<Object> reference = last.get(callId);
    return reference == null ? null : reference.get();
  }
}
