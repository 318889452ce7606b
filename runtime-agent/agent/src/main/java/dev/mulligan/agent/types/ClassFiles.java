package dev.mulligan.agent.types;

import dev.mulligan.agent.scan.Resources;
import java.io.IOException;
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
      byte[] own = Resources.classFile(loader, name);
      return own != null ? own : Resources.classFile(ClassLoader.getPlatformClassLoader(), name);
    };
  }
}
