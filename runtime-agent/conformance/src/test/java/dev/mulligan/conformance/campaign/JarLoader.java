package dev.mulligan.conformance.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Loads one jar, and finds what else its classes need in the loaders of other jars. */
final class JarLoader extends ClassLoader {
  private static final String SUFFIX = ".class";

  private final JarFile jar;
  private final Set<String> classes = new TreeSet<>();
  private final Map<String, JarLoader> others;

  JarLoader(Path jar, Map<String, JarLoader> others) throws IOException {
    super(jar.getFileName().toString(), ClassLoader.getSystemClassLoader());
    this.jar = new JarFile(jar.toFile());
    this.others = others;
    this.jar.stream()
        .map(entry -> entry.getName())
        .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("META-INF/"))
        .filter(name -> !name.endsWith("module-info.class"))
        .forEach(name -> classes.add(nameOf(name)));
  }

  Set<String> classes() {
    return classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    JarLoader home = home(name);
    if (home == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (home.getClassLoadingLock(name)) {
      Class<?> loaded = home.findLoadedClass(name);
      return loaded != null ? loaded : home.findClass(name);
    }
  }

  private @Nullable JarLoader home(String name) {
    return classes.contains(name) ? this : others.get(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = file(name.replace('.', '/') + SUFFIX);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, file, 0, file.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    JarLoader home = name.endsWith(SUFFIX) ? home(nameOf(name)) : null;
    byte[] file = home == null ? null : home.file(name);
    return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
  }

  private byte @Nullable [] file(String entry) {
    ZipEntry found = jar.getEntry(entry);
    if (found == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(found)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      return null;
    }
  }

  private static String nameOf(String entry) {
    return entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.');
  }
}
