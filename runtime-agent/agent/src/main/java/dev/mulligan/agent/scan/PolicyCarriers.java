package dev.mulligan.agent.scan;

import java.io.IOException;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows, for each class loader, the interfaces and annotations that carry policies. A class that
 * gets its policy from one of those does not mention it in its constant pool.
 *
 * <p>A type is looked at when it loads itself, or before that, when the first class that names it
 * loads, from its class file. Loaders are held weakly. Thread-safe.
 */
public final class PolicyCarriers {
  private static final Map<ClassLoader, PolicySearch> SEARCHES = new WeakHashMap<>();

  private static final Class<?>[] NEEDED = {
    ClassFile.class,
    Libraries.class,
    OfLoader.class,
    PolicySearch.class,
    PolicySearch.Types.class,
    Resources.class,
  };

  private PolicyCarriers() {}

  /**
   * Loads what the scan of a class needs, so that none of it is loaded while another class is.
   *
   * @throws ClassNotFoundException if the agent's jar is broken
   */
  public static void preload() throws ClassNotFoundException {
    for (Class<?> needed : NEEDED) {
      Class.forName(needed.getName());
    }
  }

  /**
   * Tells whether a class may be subject to a policy, by itself or by a type that it names.
   *
   * @param loader the loader that defines it
   * @param name its name, with slashes
   * @param file its class file
   * @return true if it is worth a closer look
   * @throws IOException if a type that decides it is there and cannot be read
   */
  public static boolean concerns(ClassLoader loader, String name, ClassFile file)
      throws IOException {
    return searchOf(loader).concerns(name, file, new OfLoader(loader));
  }

  private static PolicySearch searchOf(ClassLoader loader) {
    synchronized (SEARCHES) {
      PolicySearch search = SEARCHES.get(loader);
      if (search == null) {
        search = new PolicySearch();
        SEARCHES.put(loader, search);
      }
      return search;
    }
  }

  private record OfLoader(ClassLoader loader) implements PolicySearch.Types {
    @Override
    public @Nullable ClassFile read(String type) throws IOException {
      byte[] file = Resources.classFile(loader, type);
      return file == null ? null : ClassFile.read(file);
    }
  }
}
