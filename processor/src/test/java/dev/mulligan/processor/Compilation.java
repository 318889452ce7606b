package dev.mulligan.processor;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Source files, compiled with the processor by the compiler of the running JDK.
 *
 * @param diagnostics everything that the compiler said, in order
 * @param output where class files and generated sources are
 */
public record Compilation(List<Diagnostic<? extends JavaFileObject>> diagnostics, Path output) {
  private static final String OPTION = "// -A";

  /** Most sources here are about something else. */
  private static final String LINT = "-Amulligan.lint=-MulliganNotIdempotent";

  /**
   * Compiles all Java files at or below a path. A first line such as {@code //
   * -Amulligan.engine=agent} is an option.
   */
  public static Compilation of(Path sources, Path output) {
    return of(sources, output, new MulliganProcessor());
  }

  /** Compiles all Java files at or below a path with one processor. */
  public static Compilation of(Path sources, Path output, Processor processor, String... options) {
    return of(sources, output, List.of(processor), options);
  }

  /** Compiles all Java files at or below a path with processors in an order. */
  public static Compilation of(
      Path sources, Path output, List<? extends Processor> processors, String... options) {
    List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing"));
    all.addAll(List.of(options));
    return by(ToolProvider.getSystemJavaCompiler(), sources, output, processors, all);
  }

  /** Compiles all Java files at or below a path with some compiler. */
  static Compilation by(
      JavaCompiler compiler,
      Path sources,
      Path output,
      List<? extends Processor> processors,
      List<String> options) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Path> files = javaFiles(sources);
    List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-s", output.toString()));
    all.addAll(List.of("-parameters", LINT));
    all.addAll(options);
    files.forEach(file -> all.addAll(optionsIn(file)));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      var task =
          compiler.getTask(
              // Eclipse's compiler would say everything once more.
              Writer.nullWriter(),
              manager,
              diagnostics,
              all,
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      task.setLocale(Locale.ROOT);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Compilation(diagnostics.getDiagnostics(), output);
  }

  /** What the compiler said, as {@code Payments.java:12:3: error: ...}. */
  public String messages() {
    return diagnostics.stream().map(Compilation::format).collect(joining("\n"));
  }

  /** The generated sources, by file name. */
  public Map<String, String> generated() {
    Map<String, String> sources = new TreeMap<>();
    javaFiles(output).forEach(file -> sources.put(file.getFileName().toString(), read(file)));
    return sources;
  }

  /** A loader of the compiled classes. */
  public URLClassLoader loader() {
    try {
      URL[] urls = {output.toUri().toURL()};
      return new URLClassLoader(urls, Compilation.class.getClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Calls the main method of a compiled class. */
  public void run(String main) throws Exception {
    try (URLClassLoader loader = loader()) {
      loader.loadClass(main).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String format(Diagnostic<? extends JavaFileObject> diagnostic) {
    String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
    String message = kind + ": " + diagnostic.getMessage(Locale.ROOT);
    return diagnostic.getSource() == null
        ? message
        : "%s:%d:%d: %s"
            .formatted(
                new File(diagnostic.getSource().getName()).getName(),
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                message);
  }

  private static List<String> optionsIn(Path file) {
    String first = read(file).lines().findFirst().orElse("");
    return first.startsWith(OPTION)
        ? List.of(first.substring("// ".length()).split(" "))
        : List.of();
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
