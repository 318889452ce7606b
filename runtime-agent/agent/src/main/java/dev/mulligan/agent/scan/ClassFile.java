package dev.mulligan.agent.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The little that the agent reads of every class file: whether its constant pool holds the
 * descriptor of a policy annotation, and by which names of other types a policy could reach it. No
 * library is loaded for it.
 */
public final class ClassFile {
  private static final String ANNOTATIONS = "RuntimeVisibleAnnotations";
  private static final String WOVEN = "dev/mulligan/runtime/guard/Woven";
  private static final String GUARD_FIELD = "Ldev/mulligan/runtime/guard/Guard;";
  private static final byte[][] POLICIES = {
    ascii("Ldev/mulligan/annotations/Retry;"),
    ascii("Ldev/mulligan/annotations/CircuitBreaker;"),
    ascii("Ldev/mulligan/annotations/DeadLetter;"),
    ascii("Ldev/mulligan/annotations/Fallback;"),
    ascii("Ldev/mulligan/annotations/Timeout;"),
    ascii("Ldev/mulligan/annotations/Bulkhead;"),
    ascii("Ldev/mulligan/annotations/RateLimit;")
  };
  private static final int COUNT_AT = 8;
  private static final int POOL_AT = 10;
  private static final int SUPERCLASS_AT = 4;
  private static final int INTERFACES_AT = 6;
  private static final int ACC_INTERFACE = 0x200;

  private final byte[] file;
  private final int[] entries;
  private final int poolEnd;
  private final boolean mentionsPolicy;
  private final boolean mentionsAnnotations;
  private final boolean isWoven;

  private ClassFile(
      byte[] file,
      int[] entries,
      int poolEnd,
      boolean policy,
      boolean annotations,
      boolean isWoven) {
    this.file = file;
    this.entries = entries;
    this.poolEnd = poolEnd;
    this.mentionsPolicy = policy;
    this.mentionsAnnotations = annotations;
    this.isWoven = isWoven;
  }

  /**
   * Reads the constant pool.
   *
   * @param file the class file
   * @return what is read; null for what is no class file
   */
  public static @Nullable ClassFile read(byte[] file) {
    try {
      return readPool(file);
    } catch (ArrayIndexOutOfBoundsException truncated) {
      return null;
    }
  }

  private static @Nullable ClassFile readPool(byte[] file) {
    int[] entries = new int[unsignedShort(file, COUNT_AT)];
    boolean policy = false;
    boolean annotations = false;
    boolean woven = false;
    int at = POOL_AT;
    for (int i = 1; i < entries.length; i++) {
      entries[i] = at + 1;
      switch (file[at]) {
        case 1 -> { // Utf8
          int length = unsignedShort(file, at + 1);
          policy = policy || isPolicy(file, at + 3, length);
          annotations = annotations || isText(file, at + 3, length, ANNOTATIONS);
          woven = woven || isText(file, at + 3, length, WOVEN);
          at += 3 + length;
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> at += 5;
        case 5, 6 -> { // Long and Double take two entries
          at += 9;
          i++;
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        default -> {
          return null;
        }
      }
    }
    return new ClassFile(file, entries, at, policy, annotations, woven);
  }

  /** Tells whether the class carries a policy itself. */
  boolean mentionsPolicy() {
    return mentionsPolicy;
  }

  /**
   * Tells whether the class asks for guards, as woven classes do.
   *
   * @return true if it has been woven
   */
  public boolean isWoven() {
    return isWoven;
  }

  /**
   * Tells whether the class has fields for guards, as generated wrappers do.
   *
   * @return true if it is a wrapper
   */
  public boolean isWrapper() {
    int at = fields();
    int next = at + 2;
    for (int i = unsignedShort(file, at); i > 0; i--) {
      // Woven methods name the same type.
      if (isText(unsignedShort(file, next + 4), GUARD_FIELD)) {
        return true;
      }
      next = attributes(next + 6, null);
    }
    return false;
  }

  private int fields() {
    return poolEnd + INTERFACES_AT + 2 + 2 * unsignedShort(file, poolEnd + INTERFACES_AT);
  }

  /** Tells whether it is an interface or an annotation. */
  boolean isInterface() {
    return (unsignedShort(file, poolEnd) & ACC_INTERFACE) != 0;
  }

  /**
   * Names the class above.
   *
   * @return its name, with slashes; null for what has none
   */
  public @Nullable String superclass() {
    int type = unsignedShort(file, poolEnd + SUPERCLASS_AT);
    return type == 0 ? null : text(unsignedShort(file, entries[type]));
  }

  /**
   * Names the interfaces that the class declares.
   *
   * @return their names, with slashes
   */
  public List<String> interfaces() {
    int count = unsignedShort(file, poolEnd + INTERFACES_AT);
    List<String> names = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int type = unsignedShort(file, poolEnd + INTERFACES_AT + 2 + 2 * i);
      names.add(text(unsignedShort(file, entries[type])));
    }
    return names;
  }

  /** Names the annotation types on the class and its methods. */
  List<String> annotations() {
    List<String> names = new ArrayList<>();
    if (mentionsAnnotations) {
      int methods = members(fields(), null);
      attributes(members(methods, names), names);
    }
    return names;
  }

  /** Passes over fields or methods and returns where they end. */
  private int members(int at, @Nullable List<String> names) {
    int next = at + 2;
    for (int i = unsignedShort(file, at); i > 0; i--) {
      next = attributes(next + 6, names);
    }
    return next;
  }

  private int attributes(int at, @Nullable List<String> names) {
    int next = at + 2;
    for (int i = unsignedShort(file, at); i > 0; i--) {
      if (names != null && isText(unsignedShort(file, next), ANNOTATIONS)) {
        annotations(next + 6, names);
      }
      next += 6 + (unsignedShort(file, next + 2) << 16 | unsignedShort(file, next + 4));
    }
    return next;
  }

  private void annotations(int at, List<String> names) {
    int next = at + 2;
    for (int i = unsignedShort(file, at); i > 0; i--) {
      String descriptor = text(unsignedShort(file, next));
      names.add(descriptor.substring(1, descriptor.length() - 1));
      next = annotation(next);
    }
  }

  /** Passes over one annotation: its type, then pairs of a name and a value. */
  private int annotation(int at) {
    int next = at + 4;
    for (int i = unsignedShort(file, at + 2); i > 0; i--) {
      next = value(next + 2);
    }
    return next;
  }

  private int value(int at) {
    return switch (file[at]) {
      case 'e' -> at + 5;
      case '@' -> annotation(at + 1);
      case '[' -> {
        int next = at + 3;
        for (int i = unsignedShort(file, at + 1); i > 0; i--) {
          next = value(next);
        }
        yield next;
      }
      default -> at + 3;
    };
  }

  private boolean isText(int entry, String text) {
    int at = entries[entry];
    return isText(file, at + 2, unsignedShort(file, at), text);
  }

  private String text(int entry) {
    int at = entries[entry];
    int end = at + 2 + unsignedShort(file, at);
    char[] characters = new char[end - at - 2];
    int count = 0;
    for (int next = at + 2; next < end; count++) {
      int first = file[next];
      // As the JVM writes it: a character has one to three bytes, also half of a pair.
      if (first >= 0) {
        characters[count] = (char) first;
        next++;
      } else if ((first & 0xe0) == 0xc0) {
        characters[count] = (char) ((first & 0x1f) << 6 | file[next + 1] & 0x3f);
        next += 2;
      } else {
        characters[count] =
            (char) ((first & 0xf) << 12 | (file[next + 1] & 0x3f) << 6 | file[next + 2] & 0x3f);
        next += 3;
      }
    }
    return new String(characters, 0, count);
  }

  private static boolean isPolicy(byte[] file, int at, int length) {
    for (byte[] descriptor : POLICIES) {
      if (descriptor.length == length && matches(file, at, descriptor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] file, int at, byte[] expected) {
    // Backwards: the beginnings of descriptors are alike.
    for (int i = expected.length - 1; i >= 0; i--) {
      if (file[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] file, int at, int length, String text) {
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (file[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int unsignedShort(byte[] file, int at) {
    return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
  }

  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
