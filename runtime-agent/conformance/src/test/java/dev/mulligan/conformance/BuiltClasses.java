package dev.mulligan.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Weaves folders of class files with the packaged plugin, as Byte Buddy's Maven plugin does it. */
public final class BuiltClasses {
  private BuiltClasses() {}

  /**
   * Weaves folders, each into another.
   *
   * @param arguments the name of the plugin, then folders in pairs: where to read, where to write
   * @throws Exception if a class file was not woven that should have been
   */
  public static void main(String[] arguments) throws Exception {
    ClassLoader loader = BuiltClasses.class.getClassLoader();
    Class<? extends Plugin> plugin = loader.loadClass(arguments[0]).asSubclass(Plugin.class);
    for (int i = 1; i < arguments.length; i += 2) {
      weave(plugin, new File(arguments[i]), new File(arguments[i + 1]));
    }
  }

  private static void weave(Class<? extends Plugin> plugin, File from, File to) throws IOException {
    Files.createDirectories(to.toPath());
    Plugin.Engine.Summary summary =
        new Plugin.Engine.Default()
            .with(ClassFileLocator.ForClassLoader.of(plugin.getClassLoader()))
            .apply(from, to, new Plugin.Factory.UsingReflection(plugin));
    if (!summary.getFailed().isEmpty() || summary.getTransformed().isEmpty()) {
      throw new IllegalStateException("woven of " + from + ": " + summary.getTransformed());
    }
  }
}
