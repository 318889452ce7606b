package dev.mulligan.agent;

/**
 * Looks for policy annotations in a class file without parsing it: the constant pool of an
 * annotated class holds the annotation's descriptor as text.
 */
final class ConstantPool {
  private static final byte[][] DESCRIPTORS = {
    ascii("Ldev/mulligan/annotations/Retry;"),
    ascii("Ldev/mulligan/annotations/CircuitBreaker;"),
    ascii("Ldev/mulligan/annotations/DeadLetter;")
  };
  private static final int SHORTEST = DESCRIPTORS[0].length;
  private static final int COUNT_AT = 8;
  private static final int POOL_AT = 10;

  private ConstantPool() {}

  /**
   * Tells whether a class file mentions a policy annotation.
   *
   * @param file the class file
   * @return false also for what is no class file
   */
  static boolean mentionsPolicy(byte[] file) {
    if (file.length < POOL_AT) {
      return false;
    }
    int count = unsignedShort(file, COUNT_AT);
    int at = POOL_AT;
    for (int i = 1; i < count && at + 2 < file.length; i++) {
      switch (file[at]) {
        case 1 -> { // Utf8
          int length = unsignedShort(file, at + 1);
          if (length >= SHORTEST && isPolicy(file, at + 3, length)) {
            return true;
          }
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
          return false;
        }
      }
    }
    return false;
  }

  private static boolean isPolicy(byte[] file, int at, int length) {
    for (byte[] descriptor : DESCRIPTORS) {
      if (descriptor.length == length && matches(file, at, descriptor)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] file, int at, byte[] descriptor) {
    if (at + descriptor.length > file.length) {
      return false;
    }
    // Backwards: the beginnings of descriptors are alike.
    for (int i = descriptor.length - 1; i >= 0; i--) {
      if (file[at + i] != descriptor[i]) {
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
