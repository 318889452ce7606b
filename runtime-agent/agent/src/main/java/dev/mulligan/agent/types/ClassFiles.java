package dev.mulligan.agent.types;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the class files are that a woven class mentions. */
@FunctionalInterface
public interface ClassFiles {
  /**
   * Finds a class file.
   *
   * @param internalName the class's name, with slashes
   * @return its bytes, or null if it is not there
   * @throws IOException if it is there and cannot be read
   */
  byte @Nullable [] find(String internalName) throws IOException;

  /**
   * Finds what a class loader sees.
   *
   * @param loader the loader
   * @return its class files, and those of the JDK
   */
  static ClassFiles of(ClassLoader loader) {
    return name -> {
      byte[] own = read(loader, name);
      return own != null ? own : read(ClassLoader.getPlatformClassLoader(), name);
    };
  }

  private static byte @Nullable [] read(ClassLoader loader, String name) throws IOException {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (RuntimeException broken) {
      // A loader that throws does not see it.
      return null;
    }
  }
}
