package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.TargetResolver;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the object on which a letter is replayed. */
final class Receivers {
  private Receivers() {}

  static @Nullable Object find(LetterBox box) {
    Class<?> type = box.method().declaring();
    try {
      for (TargetResolver resolver :
          ServiceLoader.load(TargetResolver.class, type.getClassLoader())) {
        Object found = resolver.resolve(type);
        if (found != null) {
          return found;
        }
      }
    } catch (RuntimeException | ServiceConfigurationError e) {
      Log.warn("A target resolver failed for " + type.getName() + ": " + e);
    }
    return box.lastReceiver();
  }
}
