package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds out whether a class that a wrapper stands around was woven before it was loaded: at build
 * time, so that no agent tells of it. Its class file does. Each class is looked at once.
 * Thread-safe.
 */
final class WovenEarlier {
  private static final byte[] ENTRANCE =
      Woven.class.getName().replace('.', '/').getBytes(StandardCharsets.US_ASCII);

  private static final ClassValue<Boolean> KNOWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isWoven(type);
        }
      };

  private static volatile boolean seen;

  private WovenEarlier() {}

  /** Tells whether a wrapper in this JVM stands around such a class. */
  static boolean seen() {
    return seen;
  }

  /** Looks at a class that a wrapper stands around; once one was woven, wrappers leave marks. */
  static void look(Class<?> wrapped) {
    try {
      for (Class<?> type = wrapped; type != null && !seen; type = type.getSuperclass()) {
        if (KNOWN.get(type)) {
          seen = true;
          LiveGuards.refresh();
        }
      }
    } catch (Throwable broken) {
      Log.warn("Not known whether it was woven: " + wrapped.getName(), broken);
    }
  }

  private static boolean isWoven(Class<?> type) {
    if (type.getClassLoader() == null) {
      return false;
    }
    try (InputStream in =
        type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
      return in != null && contains(in.readAllBytes());
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  private static boolean contains(byte[] file) {
    int last = file.length - ENTRANCE.length;
    for (int at = 0; at <= last; at++) {
      if (file[at] == ENTRANCE[0]
          && Arrays.equals(file, at, at + ENTRANCE.length, ENTRANCE, 0, ENTRANCE.length)) {
        return true;
      }
    }
    return false;
  }
}
