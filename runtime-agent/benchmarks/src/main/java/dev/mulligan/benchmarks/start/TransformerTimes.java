package dev.mulligan.benchmarks.start;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Gives all class files of an application to the agent's transformer, again and again, and keeps
 * the times of the last round. Each round has a class loader of its own, as each start has.
 */
final class TransformerTimes {
  private static final int WARM_UPS = 10;

  private TransformerTimes() {}

  /**
   * Measures; to be run with {@link TimedAgent}.
   *
   * @param arguments the unpacked {@code BOOT-INF} of a Spring Boot application, and the file for
   *     the times
   * @throws IOException if a file cannot be read or written
   * @throws IllegalClassFormatException never
   */
  public static void main(String[] arguments) throws IOException, IllegalClassFormatException {
    List<Path> jars = jars(Path.of(arguments[0], "lib"));
    Map<String, byte[]> files = classFiles(jars);
    ClassFileTransformer measured = TimedAgent.transformer().timed();
    for (int round = 0; round < WARM_UPS; round++) {
      transform(new TimedTransformer(measured), jars, files);
    }
    TimedTransformer last = new TimedTransformer(measured);
    transform(last, jars, files);
    last.write(Path.of(arguments[1]));
  }

  private static void transform(
      TimedTransformer transformer, List<Path> jars, Map<String, byte[]> files)
      throws IOException, IllegalClassFormatException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new))) {
      Module module = loader.getUnnamedModule();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        transformer.transform(module, loader, file.getKey(), null, null, file.getValue());
      }
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Map<String, byte[]> classFiles(List<Path> jars) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Path path : jars) {
      try (JarFile jar = new JarFile(path.toFile())) {
        for (JarEntry entry : jar.stream().toList()) {
          String name = entry.getName();
          if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
            try (InputStream in = jar.getInputStream(entry)) {
              files.put(name.substring(0, name.length() - ".class".length()), in.readAllBytes());
            }
          }
        }
      }
    }
    return files;
  }
}
