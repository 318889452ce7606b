package dev.mulligan.conformance.campaign;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Loads and links every class of a folder of jars, without initialising one, and writes down what
 * went wrong. A program of its own.
 */
final class LinkJars {
  private LinkJars() {}

  /**
   * Links.
   *
   * @param arguments the folder of the jars, and the file for the results: a line a failure, then
   *     one that begins with {@code total}
   * @throws IOException if a jar cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, JarLoader> all = new LinkedHashMap<>();
    List<JarLoader> loaders = new ArrayList<>();
    for (Path jar : jars(Path.of(arguments[0]))) {
      JarLoader loader = new JarLoader(jar, all);
      loaders.add(loader);
      loader.classes().forEach(name -> all.putIfAbsent(name, loader));
    }
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[1])))) {
      int classes = 0;
      int linked = 0;
      for (JarLoader loader : loaders) {
        for (String name : loader.classes()) {
          classes++;
          linked += link(loader, name, out) < 0 ? 0 : 1;
        }
      }
      out.println("total " + loaders.size() + " " + classes + " " + linked);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Links one class; returns how many fields it has, or -1 for what fails. */
  private static int link(JarLoader loader, String name, PrintWriter out) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      // HotSpot links a class before it tells its fields, and so verifies it.
      return type.getDeclaredFields().length;
    } catch (Throwable e) {
      out.println(loader.getName() + " " + name + " " + text(e));
      return -1;
    }
  }

  /**
   * The error's type: which of several missing classes is named depends on the order of
   * verification. But ours are never missed.
   */
  private static String text(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return e.getClass().getName() + (message.contains("mulligan") ? " " + message : "");
  }
}
