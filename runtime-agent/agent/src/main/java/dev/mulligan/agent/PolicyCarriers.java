package dev.mulligan.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows the interfaces and annotations that carry policies, and the classes that have such an
 * interface. A class that gets its policy from one of those does not mention it in its constant
 * pool.
 *
 * <p>Each type outside the JDK is looked at once a loader: when it loads itself, or before that,
 * when the first class that names it loads, from its class file. Loaders are held weakly.
 * Thread-safe.
 */
final class PolicyCarriers {
  private static final Map<ClassLoader, Map<String, Boolean>> KNOWN = new WeakHashMap<>();
  private static final List<String> JDK =
      List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "kotlin/Metadata");

  private PolicyCarriers() {}

  /** Tells whether a class may be subject to a policy, by itself or by a type that it names. */
  static boolean concerns(ClassLoader loader, String name, ClassFile file) {
    Map<String, Boolean> known = knownTo(loader);
    boolean concerned = file.mentionsPolicy() || anyCarries(loader, known, file);
    if (file.isInterface()) {
      known.put(name, concerned);
    }
    return concerned;
  }

  private static Map<String, Boolean> knownTo(ClassLoader loader) {
    synchronized (KNOWN) {
      // No lambda: most starts have not loaded what the first one needs.
      Map<String, Boolean> known = KNOWN.get(loader);
      if (known == null) {
        known = new ConcurrentHashMap<>();
        KNOWN.put(loader, known);
      }
      return known;
    }
  }

  private static boolean anyCarries(
      ClassLoader loader, Map<String, Boolean> known, ClassFile file) {
    for (String type : file.interfaces()) {
      if (carries(loader, known, type)) {
        return true;
      }
    }
    for (String type : file.annotations()) {
      if (carries(loader, known, type)) {
        return true;
      }
    }
    String above = file.superclass();
    return above != null && carries(loader, known, above);
  }

  private static boolean carries(ClassLoader loader, Map<String, Boolean> known, String type) {
    for (String prefix : JDK) {
      if (type.startsWith(prefix)) {
        return false;
      }
    }
    Boolean answer = known.get(type);
    if (answer == null) {
      // Until it is known: annotations may be annotated with themselves.
      known.put(type, false);
      ClassFile file = read(loader, type);
      answer = file != null && (file.mentionsPolicy() || anyCarries(loader, known, file));
      known.put(type, answer);
    }
    return answer;
  }

  private static @Nullable ClassFile read(ClassLoader loader, String type) {
    try (InputStream in = loader.getResourceAsStream(type + ".class")) {
      return in == null ? null : ClassFile.read(in.readAllBytes());
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
