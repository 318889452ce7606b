package dev.mulligan.conformance.hosts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The jars of this build, and those of hosts that the build has copied. */
final class HostJars {
  static final String JAVA = System.getProperty("hosts.java");
  static final Path MULLIGAN = jar("hosts.agent");
  static final Path ANNOTATIONS = jar("hosts.annotations");
  static final Path PROCESSOR = jar("hosts.processor");
  static final Path RUNTIME = jar("hosts.runtime");

  private HostJars() {}

  /** The jars of hosts, by name, all together. */
  static Path[] of(String... hosts) {
    return Stream.of(hosts).flatMap(HostJars::list).toArray(Path[]::new);
  }

  /** One of the jars of a host. */
  static Path named(String host, String file) {
    return list(host).filter(jar -> jar.endsWith(file)).findFirst().orElseThrow();
  }

  /** The only jar of a host. */
  static Path only(String host) {
    return list(host).reduce((a, b) -> a.resolveSibling("more than one")).orElseThrow();
  }

  static Path[] join(Path[] some, Path... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Path[]::new);
  }

  private static Stream<Path> list(String host) {
    Path folder = Path.of(System.getProperty("hosts.folder"), host).toAbsolutePath();
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path jar(String property) {
    return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
  }
}
