package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Maven of its own, without a network: it downloads from the local repository of this build into
 * one that goes with the test, in which it finds Mulligan's jars as version 1.
 */
final class HostMaven {
  private static final Path FILES = Path.of("src/test/resources/hosts/build-plugin");
  private static final List<String> VERSIONS =
      List.of("version.byte-buddy-plugin", "version.compiler-plugin", "version.resources-plugin");

  private final Path folder;
  private final Path repository;

  HostMaven(Path folder) throws IOException {
    this.folder = folder;
    this.repository = folder.resolve("repository");
    install("mulligan-agent", HostJars.MULLIGAN);
    install("mulligan-annotations", HostJars.ANNOTATIONS);
    install("mulligan-runtime", HostJars.RUNTIME);
  }

  private void install(String name, Path jar) throws IOException {
    Path version = Files.createDirectories(repository.resolve("dev/mulligan/" + name + "/1"));
    Files.copy(jar, version.resolve(name + "-1.jar"));
    String pom =
        "<project><modelVersion>4.0.0</modelVersion><groupId>dev.mulligan</groupId>"
            + "<artifactId>%s</artifactId><version>1</version></project>";
    Files.writeString(version.resolve(name + "-1.pom"), pom.formatted(name));
  }

  /** Builds the shop up to a phase, and returns what Maven printed. */
  String build(Path project, String phase) throws IOException, InterruptedException {
    Files.copy(FILES.resolve("pom.xml"), project.resolve("pom.xml"));
    Path output = folder.resolve("maven.txt");
    ProcessBuilder builder = new ProcessBuilder(command(phase)).directory(project.toFile());
    Path home = Path.of(HostJars.JAVA).getParent().getParent();
    builder.environment().put("JAVA_HOME", home.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
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
    for (String version : VERSIONS) {
      command.add("-D" + version + "=" + System.getProperty(version));
    }
    command.add(phase);
    return command;
  }

  private Path settings() throws IOException {
    String mirror = Path.of(System.getProperty("hosts.repository")).toUri().toString();
    String text = Files.readString(FILES.resolve("settings.xml")).replace("${mirror}", mirror);
    return Files.writeString(folder.resolve("settings.xml"), text);
  }
}
