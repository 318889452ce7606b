package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the code that runs in hosts, whose sources are resources of the tests. */
final class Application {
  private static final Path SOURCES = Path.of("src/test/resources/hosts");

  private Application() {}

  /** Compiles a folder of sources against the annotations and what else is given. */
  static Path compile(Path folder, String name, Path... classPath) throws IOException {
    return compile(folder, List.of(name), classPath);
  }

  /** Compiles folders and files of sources together. */
  static Path compile(Path folder, List<String> names, Path... classPath) throws IOException {
    return compile(folder, names, "-cp", classPath);
  }

  /** Compiles folders and files of sources together, as one module. */
  static Path compileModule(Path folder, List<String> names, Path... modulePath)
      throws IOException {
    return compile(folder, names, "-p", modulePath);
  }

  private static Path compile(Path folder, List<String> names, String kind, Path... path)
      throws IOException {
    Path classes = Files.createTempDirectory(folder, "classes");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options = new ArrayList<>(List.of("--release", "17", "-g", "-proc:none"));
    options.addAll(List.of("-parameters", "-Xlint:none", "-d", classes.toString(), kind));
    options.add(
        Stream.concat(Stream.of(HostJars.ANNOTATIONS), Arrays.stream(path))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var sources = files.getJavaFileObjectsFromPaths(sources(names));
      boolean done = compiler.getTask(messages, files, null, options, null, sources).call();
      assertThat(done).as(messages.toString()).isTrue();
    }
    return classes;
  }

  private static List<Path> sources(List<String> names) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String name : names) {
      try (Stream<Path> found = Files.walk(SOURCES.resolve(name))) {
        found.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
      }
    }
    return sources;
  }
}
