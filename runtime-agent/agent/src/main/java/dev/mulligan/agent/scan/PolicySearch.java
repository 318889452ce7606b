package dev.mulligan.agent.scan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a class has a policy, by itself or by a type that it names: an interface, the
 * class above, or an annotation. Each type outside the JDK is looked at once. Thread-safe.
 */
public final class PolicySearch {
  private static final List<String> JDK =
      List.of("java/", "javax/", "jdk/", "sun/", "com/sun/", "kotlin/Metadata");

  private final Map<String, Boolean> known = new ConcurrentHashMap<>();
  private final Types types;

  /**
   * Makes a search.
   *
   * @param types reads the types that classes name; asked without any lock
   */
  public PolicySearch(Types types) {
    this.types = types;
  }

  /**
   * Tells whether a class may be subject to a policy.
   *
   * @param name its name, with slashes
   * @param file its class file
   * @return true if it is worth a closer look
   */
  public boolean concerns(String name, ClassFile file) {
    return concerns(name, file, types);
  }

  /** The same, with the types of a moment: a search that is kept must not keep a class loader. */
  boolean concerns(String name, ClassFile file, Types types) {
    boolean concerned = file.mentionsPolicy() || anyCarries(file, types);
    if (file.isInterface()) {
      known.put(name, concerned);
    }
    return concerned;
  }

  private boolean anyCarries(ClassFile file, Types types) {
    for (String type : file.interfaces()) {
      if (carries(type, types)) {
        return true;
      }
    }
    for (String type : file.annotations()) {
      if (carries(type, types)) {
        return true;
      }
    }
    String above = file.superclass();
    return above != null && carries(above, types);
  }

  private boolean carries(String type, Types types) {
    for (String prefix : JDK) {
      if (type.startsWith(prefix)) {
        return false;
      }
    }
    Boolean answer = known.get(type);
    if (answer == null) {
      // Until it is known: annotations may be annotated with themselves.
      known.put(type, false);
      ClassFile file = types.read(type);
      answer = file != null && (file.mentionsPolicy() || anyCarries(file, types));
      known.put(type, answer);
    }
    return answer;
  }

  /** Reads class files. */
  @FunctionalInterface
  public interface Types {
    /**
     * Reads the class file of a type.
     *
     * @param internalName its name, with slashes
     * @return the class file, or null if it cannot be read
     */
    @Nullable ClassFile read(String internalName);
  }
}
