package dev.mulligan.conformance.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Defines guarded classes in one loader after another, calls them, and drops the loader. */
final class LoaderChurn {
  private static final List<Object> HELD = new ArrayList<>();

  private LoaderChurn() {}

  /**
   * Churns.
   *
   * @param arguments how many loaders, then {@code drop} or {@code hold}
   * @throws Exception if a class cannot be defined or called
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[0]);
    boolean hold = arguments[1].equals("hold");
    Map<String, byte[]> files =
        Map.of(
            "Churned",
            file("Churned"),
            "ChurnedException",
            file("ChurnedException"),
            "ChurnedClassifier",
            file("ChurnedClassifier"));
    Path service = Files.createTempFile("churned", ".service");
    Files.writeString(service, ChurnedClassifier.class.getName());
    long sum = 0;
    for (int number = 0; number < count; number++) {
      ThrowAway loader = new ThrowAway(files, service.toUri().toURL());
      Class<?> type = loader.loadClass(Churned.class.getName());
      if (type.getClassLoader() != loader) {
        throw new IllegalStateException("defined elsewhere");
      }
      sum += ((IntUnaryOperator) type.getDeclaredConstructor().newInstance()).applyAsInt(number);
      if (hold) {
        HELD.add(loader);
      }
    }
    Files.delete(service);
    System.out.println("churned " + count + " sum " + sum);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = LoaderChurn.class.getResourceAsStream(name + ".class")) {
      return in.readAllBytes();
    }
  }

  /** Defines three classes itself, and has a service. */
  private static final class ThrowAway extends ClassLoader {
    private static final String PACKAGE = LoaderChurn.class.getPackageName() + ".";

    private final Map<String, byte[]> files;
    private final URL service;

    ThrowAway(Map<String, byte[]> files, URL service) {
      super(LoaderChurn.class.getClassLoader());
      this.files = files;
      this.service = service;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] file = name.startsWith(PACKAGE) ? files.get(name.substring(PACKAGE.length())) : null;
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || file == null) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        return defineClass(name, file, 0, file.length);
      }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.endsWith(".FailureClassifier")
          ? Collections.enumeration(List.of(service))
          : super.getResources(name);
    }
  }
}
