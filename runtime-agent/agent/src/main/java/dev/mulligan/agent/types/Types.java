package dev.mulligan.agent.types;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The types that a class can see, read from their class files when they are asked for. What all
 * classes mention, types of the JDK and Mulligan's annotations, is read once for all. For one
 * thread.
 */
public final class Types {
  /** As many as an application commonly mentions. */
  private static final int MOST = 256;

  private static final Map<String, TypeInfo> SHARED = new ConcurrentHashMap<>();
  private static final ClassFiles OWN = ClassFiles.of(Types.class.getClassLoader());

  private final ClassFiles files;
  private final Map<String, Optional<TypeInfo>> known = new HashMap<>();

  /**
   * Sees types.
   *
   * @param files where their class files are
   */
  public Types(ClassFiles files) {
    this.files = files;
  }

  /**
   * Reads a type from a class file at hand, instead of the one that would be found.
   *
   * @param file the class file
   * @return the type
   */
  public TypeInfo read(byte[] file) {
    TypeInfo type = TypeReader.read(file);
    known.put(type.internalName(), Optional.of(type));
    return type;
  }

  /**
   * Finds a type.
   *
   * @param internalName its name, with slashes; null is no type
   * @return the type; null if it is not there, or cannot be read
   */
  public @Nullable TypeInfo find(@Nullable String internalName) {
    if (internalName == null) {
      return null;
    }
    if (isShared(internalName)) {
      return shared(internalName);
    }
    Optional<TypeInfo> found = known.get(internalName);
    if (found == null) {
      found = Optional.ofNullable(read(files, internalName));
      known.put(internalName, found);
    }
    return found.orElse(null);
  }

  /**
   * Tells whether values of a type can be given where another is wanted.
   *
   * @param given the descriptor of a type
   * @param wanted the descriptor of another
   * @return true if they can, as far as class files tell
   */
  public boolean isAssignable(String given, String wanted) {
    if (given.equals(wanted)) {
      return true;
    }
    if (given.startsWith("[")) {
      return wanted.startsWith("[")
          ? isAssignable(given.substring(1), wanted.substring(1))
          : wanted.equals("Ljava/lang/Object;")
              || wanted.equals("Ljava/lang/Cloneable;")
              || wanted.equals("Ljava/io/Serializable;");
    }
    return given.startsWith("L")
        && wanted.startsWith("L")
        && (wanted.equals("Ljava/lang/Object;") || isBelow(internalName(given), wanted));
  }

  private boolean isBelow(@Nullable String name, String wanted) {
    TypeInfo type = find(name);
    if (type == null) {
      return false;
    }
    if (wanted.equals("L" + name + ";") || isBelow(type.superclass(), wanted)) {
      return true;
    }
    for (String above : type.interfaces()) {
      if (isBelow(above, wanted)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a type and all that is above it can be read. Of others nobody knows what they
   * lack.
   *
   * @param internalName the type's name, with slashes
   * @return true if they can
   */
  public boolean isComplete(@Nullable String internalName) {
    TypeInfo type = find(internalName);
    if (type == null) {
      return false;
    }
    for (String above : type.interfaces()) {
      if (!isComplete(above)) {
        return false;
      }
    }
    return type.superclass() == null || isComplete(type.superclass());
  }

  private static String internalName(String descriptor) {
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static boolean isShared(String name) {
    return name.startsWith("java/") || name.startsWith("dev/mulligan/annotations/");
  }

  private static @Nullable TypeInfo shared(String name) {
    TypeInfo type = SHARED.get(name);
    if (type == null) {
      type = read(OWN, name);
      if (type != null && SHARED.size() < MOST) {
        SHARED.put(name, type);
      }
    }
    return type;
  }

  private static @Nullable TypeInfo read(ClassFiles files, String name) {
    try {
      byte[] file = files.find(name);
      return file == null ? null : TypeReader.read(file);
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
