package dev.mulligan.runtime.classify;

import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads gRPC's trailers. They are looked up by typed keys, which are made with the classes that the
 * trailers themselves name.
 */
final class GrpcTrailers {
  private static final Path TRAILERS = Path.of("getTrailers");

  private GrpcTrailers() {}

  /** The last value of a trailer; null if it is absent or cannot be read. */
  static @Nullable String last(Throwable failure, String name) {
    Object trailers = TRAILERS.value(failure);
    if (trailers == null
        || !(Accessors.get(trailers, "keys") instanceof Set<?> keys)
        || !keys.contains(name)) {
      return null;
    }
    try {
      return read(trailers, name);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError unreadable) {
      return null;
    }
  }

  private static @Nullable String read(Object trailers, String name)
      throws ReflectiveOperationException {
    Class<?> type = trailers.getClass();
    Object marshaller = type.getField("ASCII_STRING_MARSHALLER").get(null);
    for (Method get : type.getMethods()) {
      if (get.getName().equals("get") && get.getParameterCount() == 1) {
        Object key = key(get.getParameterTypes()[0], name, marshaller);
        return key != null && get.invoke(trailers, key) instanceof String text ? text : null;
      }
    }
    return null;
  }

  private static @Nullable Object key(Class<?> type, String name, @Nullable Object marshaller)
      throws ReflectiveOperationException {
    for (Method of : type.getMethods()) {
      if (of.getName().equals("of")
          && of.getParameterCount() == 2
          && of.getParameterTypes()[1].isInstance(marshaller)) {
        return of.invoke(null, name, marshaller);
      }
    }
    return null;
  }
}
