package dev.mulligan.agent.scan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files as a loader sees them. The JDK shares an open jar among all loaders that read
 * it, and whichever of them is closed closes it for the others in the middle of their reading; so
 * what is there and cannot be read is read once more, from a jar of its own.
 */
public final class Resources {
  private Resources() {}

  /**
   * Reads a class file.
   *
   * @param loader where it is looked for
   * @param type the name of the class, with slashes
   * @return its bytes, or null if it is not there
   * @throws IOException if it is there and cannot be read
   */
  public static byte @Nullable [] classFile(ClassLoader loader, String type) throws IOException {
    String name = type + ".class";
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in != null) {
        return in.readAllBytes();
      }
    } catch (IOException | RuntimeException closed) {
      // Once more, below.
    }
    return again(loader, name);
  }

  private static byte @Nullable [] again(ClassLoader loader, String name) throws IOException {
    URL place;
    try {
      place = loader.getResource(name);
    } catch (RuntimeException broken) {
      // A loader that throws does not see it.
      return null;
    }
    if (place == null) {
      return null;
    }
    try {
      URLConnection connection = place.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        return in.readAllBytes();
      }
    } catch (RuntimeException broken) {
      throw new IOException(place + " cannot be read: " + broken, broken);
    }
  }
}
