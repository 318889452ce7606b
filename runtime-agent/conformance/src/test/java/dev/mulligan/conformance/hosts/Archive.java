package dev.mulligan.conformance.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A jar, bundle or web application that a test puts together. */
final class Archive {
  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Manifest manifest = new Manifest();

  Archive() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  Archive manifest(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  /** Adds all files of a folder below a prefix, which is empty or ends with a slash. */
  Archive classes(String prefix, Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        entries.put(prefix + name, Files.readAllBytes(file));
      }
    }
    return this;
  }

  Archive libraries(String prefix, Path... jars) throws IOException {
    for (Path jar : jars) {
      entries.put(prefix + jar.getFileName(), Files.readAllBytes(jar));
    }
    return this;
  }

  Archive text(String name, String content) {
    entries.put(name, content.getBytes(UTF_8));
    return this;
  }

  Path write(Path file) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      for (String name : List.copyOf(entries.keySet())) {
        out.putNextEntry(new ZipEntry(name));
        out.write(entries.get(name));
      }
    }
    return file;
  }
}
