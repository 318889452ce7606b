package dev.mulligan.agent.scan;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a class has a policy, by itself or by a type that it names: an interface, the
 * class above, or an annotation. Each type outside the JDK and well-known libraries is looked at
 * once. Thread-safe.
 */
public final class PolicySearch {
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  /** Makes a search that has seen nothing as yet. It keeps answers, and nothing else. */
  public PolicySearch() {}

  /**
   * Tells whether a class may be subject to a policy.
   *
   * @param name its name, with slashes
   * @param file its class file
   * @param types reads the types that the class names; asked without any lock
   * @return true if it is worth a closer look
   * @throws IOException if a type that decides it is there and cannot be read; nothing is
   *     remembered then
   */
  public boolean concerns(String name, ClassFile file, Types types) throws IOException {
    Set<String> seen = new HashSet<>(0);
    boolean concerned = file.mentionsPolicy() || anyCarries(file, types, seen);
    if (!concerned) {
      // Nor does anything that was seen on the way. Before the end of a search that is not certain.
      for (String type : seen) {
        known.put(type, false);
      }
    }
    if (file.isInterface()) {
      known.put(name, concerned);
    }
    return concerned;
  }

  private boolean anyCarries(ClassFile file, Types types, Set<String> seen) throws IOException {
    for (String type : file.interfaces()) {
      if (carries(type, types, seen)) {
        return true;
      }
    }
    for (String type : file.annotations()) {
      if (carries(type, types, seen)) {
        return true;
      }
    }
    String above = file.superclass();
    return above != null && carries(above, types, seen);
  }

  private boolean carries(String type, Types types, Set<String> seen) throws IOException {
    if (Libraries.contain(type)) {
      return false;
    }
    Boolean answer = known.get(type);
    if (answer != null) {
      return answer;
    }
    // Annotations may be annotated with themselves, and with one another.
    if (!seen.add(type)) {
      return false;
    }
    ClassFile file = types.read(type);
    boolean carries = file != null && (file.mentionsPolicy() || anyCarries(file, types, seen));
    if (carries) {
      known.put(type, true);
    }
    return carries;
  }

  /** Reads class files. */
  @FunctionalInterface
  public interface Types {
    /**
     * Reads the class file of a type.
     *
     * @param internalName its name, with slashes
     * @return the class file, or null if there is none
     * @throws IOException if it is there and cannot be read
     */
    @Nullable ClassFile read(String internalName) throws IOException;
  }
}
