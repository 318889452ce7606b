package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Maven of its own, without a network: it downloads from the local repository of this build into
 * one that goes with the test, where Mulligan's artifacts are installed.
 */
final class HostMaven {
  private static final Path SETTINGS = Path.of("src/test/resources/hosts/projects/settings.xml");
  private static final Path ROOT = Path.of("../..");
  private static final String VERSION =
      HostJars.RUNTIME.getFileName().toString().replaceAll("mulligan-runtime-|\\.jar", "");

  private static final List<String> VERSIONS =
      List.of(
          "version.byte-buddy-plugin",
          "version.compiler-plugin",
          "version.resources-plugin",
          "version.spring");

  private final Path folder;
  private final Path repository;

  HostMaven(Path folder) throws IOException {
    this.folder = folder;
    this.repository = folder.resolve("repository");
    Files.copy(ROOT.resolve("pom.xml"), installed("mulligan-parent", "pom"));
    Files.copy(ROOT.resolve("runtime-agent/pom.xml"), installed("mulligan-runtime-agent", "pom"));
    install("mulligan-annotations", HostJars.ANNOTATIONS, "annotations");
    install("mulligan-runtime", HostJars.RUNTIME, "runtime-agent/runtime");
    install("mulligan-processor", HostJars.PROCESSOR, "processor");
    Files.copy(HostJars.MULLIGAN, installed("mulligan-agent", "jar"));
    Files.writeString(installed("mulligan-agent", "pom"), AGENT.formatted(VERSION));
  }

  /** Everything that the agent needs is in its jar. */
  private static final String AGENT =
      "<project><modelVersion>4.0.0</modelVersion><groupId>dev.mulligan</groupId>"
          + "<artifactId>mulligan-agent</artifactId><version>%s</version></project>";

  private void install(String name, Path jar, String module) throws IOException {
    Files.copy(jar, installed(name, "jar"));
    Files.copy(ROOT.resolve(module).resolve("pom.xml"), installed(name, "pom"));
  }

  private Path installed(String name, String type) throws IOException {
    Path version = repository.resolve("dev/mulligan").resolve(name).resolve(VERSION);
    return Files.createDirectories(version).resolve(name + "-" + VERSION + "." + type);
  }

  /** Copies a project of the test's resources to where it can be built. */
  Path project(String name) throws IOException {
    Path source = Path.of("src/test/resources/hosts/projects", name);
    Path project = folder.resolve(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = project.resolve(source.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return project;
  }

  /** Builds a project up to a phase, and returns what Maven printed. */
  String build(Path project, String phase) throws IOException, InterruptedException {
    Path output = folder.resolve("maven.txt");
    ProcessBuilder builder = new ProcessBuilder(command(phase)).directory(project.toFile());
    Path home = Path.of(HostJars.JAVA).getParent().getParent();
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
    builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    Process maven = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = maven.waitFor(3, TimeUnit.MINUTES);
    if (!ended) {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly().waitFor();
    }
    String printed = Files.readString(output);
    assertThat(ended).as("ended, after printing%n%s", printed).isTrue();
    assertThat(maven.exitValue()).as(printed).isZero();
    return printed;
  }

  private List<String> command(String phase) throws IOException {
    List<String> command = new ArrayList<>(List.of(System.getProperty("hosts.maven"), "-B"));
    command.addAll(List.of("-ntp", "-s", settings().toString()));
    command.add("-Dmaven.repo.local=" + repository);
    command.add("-Dversion.mulligan=" + VERSION);
    for (String version : VERSIONS) {
      command.add("-D" + version + "=" + System.getProperty(version));
    }
    command.add(phase);
    return command;
  }

  private Path settings() throws IOException {
    String mirror = Path.of(System.getProperty("hosts.repository")).toUri().toString();
    String text = Files.readString(SETTINGS).replace("${mirror}", mirror);
    return Files.writeString(folder.resolve("settings.xml"), text);
  }
}
