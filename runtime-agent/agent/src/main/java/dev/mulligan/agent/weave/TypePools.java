package dev.mulligan.agent.weave;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;

/**
 * Describes types from their class files. What all classes mention, types of the JDK and Mulligan's
 * annotations, is described once for all. Thread-safe.
 */
final class TypePools {
  private static final TypePool SHARED =
      new TypePool.Default(
          new Remembered(),
          new SharedLocator(ClassFileLocator.ForClassLoader.of(TypePools.class.getClassLoader())),
          TypePool.Default.ReaderMode.FAST);

  private TypePools() {}

  static TypePool over(ClassFileLocator locator) {
    // Lazy: a class may mention types that are absent, and of most of them the name is enough.
    // Extended: parameters have names where the class was compiled with debug information.
    return new TypePool.Default.WithLazyResolution(
        new TypePool.CacheProvider.Simple(), locator, TypePool.Default.ReaderMode.EXTENDED, SHARED);
  }

  /** Sees what is the same in every class loader. */
  private record SharedLocator(ClassFileLocator all) implements ClassFileLocator {
    @Override
    public Resolution locate(String name) throws IOException {
      return name.startsWith("java.") || name.startsWith("dev.mulligan.annotations.")
          ? all.locate(name)
          : new Resolution.Illegal(name);
    }

    @Override
    public void close() {}
  }

  /** Keeps types that exist, as many as an application commonly mentions. */
  private static final class Remembered implements TypePool.CacheProvider {
    private static final int MOST = 256;

    private final Map<String, TypePool.Resolution> types = new ConcurrentHashMap<>();

    @Override
    public TypePool.@Nullable Resolution find(String name) {
      return types.get(name);
    }

    @Override
    public TypePool.Resolution register(String name, TypePool.Resolution resolution) {
      if (!resolution.isResolved() || types.size() >= MOST) {
        return resolution;
      }
      TypePool.Resolution first = types.putIfAbsent(name, resolution);
      return first == null ? resolution : first;
    }

    @Override
    public void clear() {
      types.clear();
    }
  }
}
