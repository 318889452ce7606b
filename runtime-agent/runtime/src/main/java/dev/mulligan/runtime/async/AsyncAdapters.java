package dev.mulligan.runtime.async;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.AsyncAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds who understands a method's result. */
public final class AsyncAdapters {
  private static final List<AsyncAdapter> BUILT_IN =
      List.of(new StageAdapter(), new MonoAdapter(), new FluxAdapter(), new UniAdapter());

  private AsyncAdapters() {}

  /**
   * Finds the adapter of a result type.
   *
   * @param resultType the method's result
   * @param loader where the application's own adapters are looked up
   * @return the adapter, or null for a result that is not asynchronous
   */
  public static @Nullable AsyncAdapter find(Class<?> resultType, @Nullable ClassLoader loader) {
    if (resultType.isPrimitive() || resultType.getName().startsWith("java.lang.")) {
      return null;
    }
    for (AsyncAdapter adapter : all(loader)) {
      if (adapter.adapts(resultType)) {
        return adapter;
      }
    }
    return null;
  }

  private static List<AsyncAdapter> all(@Nullable ClassLoader loader) {
    List<AsyncAdapter> all = new ArrayList<>();
    try {
      ServiceLoader.load(AsyncAdapter.class, loader).forEach(all::add);
    } catch (ServiceConfigurationError | LinkageError e) {
      Log.warn("An adapter of asynchronous results cannot be loaded: " + e.getMessage());
    }
    all.addAll(BUILT_IN);
    return all;
  }
}
