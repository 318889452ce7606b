package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.ClassFiles;
import org.jspecify.annotations.Nullable;

/**
 * A class that is to be woven.
 *
 * @param internalName its name, with slashes
 * @param file its class file
 * @param classes the class files that it can see
 * @param loader the loader that defines it; null if it is not loaded now, but read from a jar or a
 *     folder
 * @param loaded the class, if it is loaded already
 * @param wovenBefore whether its file has been woven already
 */
public record Subject(
    String internalName,
    byte[] file,
    ClassFiles classes,
    @Nullable ClassLoader loader,
    @Nullable Class<?> loaded,
    boolean wovenBefore) {

  /**
   * Makes the subject of a class that a loader defines.
   *
   * @param loader the loader
   * @param internalName the class's name, with slashes
   * @param file its class file
   * @param loaded the class, if it is loaded already
   * @param wovenBefore whether its file has been woven already
   * @return the subject
   */
  public static Subject of(
      ClassLoader loader,
      String internalName,
      byte[] file,
      @Nullable Class<?> loaded,
      boolean wovenBefore) {
    return new Subject(internalName, file, ClassFiles.of(loader), loader, loaded, wovenBefore);
  }

  String name() {
    return internalName.replace('/', '.');
  }
}
