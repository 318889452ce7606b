package dev.mulligan.conformance.campaign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Makes what child JVMs run: folders of this package's classes, agents, compiled sources. */
final class Programs {
  private static final Path TESTS = Path.of("target/test-classes").toAbsolutePath();
  private static final String PACKAGE = Programs.class.getPackageName().replace('.', '/');

  private Programs() {}

  /** Copies this package alone: the module's services and settings are not for children. */
  static Path classes(Path folder) throws IOException {
    Path copied = Files.createDirectories(folder.resolve(PACKAGE));
    try (Stream<Path> files = Files.list(TESTS.resolve(PACKAGE))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copied.resolve(file.getFileName().toString()));
      }
    }
    return folder;
  }

  /** Packs an agent of this package, with classes that it needs. */
  static Path agent(Path folder, Class<?> entry, Class<?>... more) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", entry.getName());
    Path jar = folder.resolve(entry.getSimpleName() + ".jar");
    List<Class<?>> all = new ArrayList<>(List.of(more));
    all.add(entry);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> type : all) {
        String name = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        Files.copy(TESTS.resolve(name), out);
      }
    }
    return jar;
  }

  /** Compiles sources for the agent alone; no processor looks at them. */
  static void compile(Path folder, List<Path> sources) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                Child.AGENT.toString(),
                "-d",
                folder.toString(),
                "--release",
                "17"));
    sources.forEach(source -> arguments.add(source.toString()));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (result != 0) {
      throw new IllegalStateException("sources in " + folder + " do not compile");
    }
  }
}
