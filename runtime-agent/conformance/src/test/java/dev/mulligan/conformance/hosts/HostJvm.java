package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM of its own, in which a host runs. Its working directory is the test's folder. */
final class HostJvm {
  private final Path folder;
  private String java = HostJars.JAVA;
  private final List<String> options = new ArrayList<>();
  private Duration limit = Duration.ofSeconds(60);
  private int exit;

  HostJvm(Path folder) {
    this.folder = folder;
  }

  /** Starts with the packaged agent alone. */
  static HostJvm withMulligan(Path folder) {
    return new HostJvm(folder).agent(HostJars.MULLIGAN, "");
  }

  /** Adds an agent with its arguments, which are empty or begin with {@code =}. */
  HostJvm agent(Path jar, String arguments) {
    return option("-javaagent:" + jar + arguments);
  }

  /** Takes another JDK than the one that all hosts run on. */
  HostJvm jdk(Path home) {
    java = home.resolve("bin/java").toString();
    return this;
  }

  HostJvm option(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  HostJvm classPath(Path... entries) {
    return option("-cp", join(Arrays.asList(entries)));
  }

  HostJvm modulePath(Path... entries) {
    return option("-p", join(Arrays.asList(entries)));
  }

  HostJvm limit(Duration longest) {
    limit = longest;
    return this;
  }

  /** Expects another exit code than zero. */
  HostJvm exits(int expected) {
    exit = expected;
    return this;
  }

  /** Starts a program that answers lines; what it says on standard error is left out. */
  HostDialog start(String... mainAndArguments) throws IOException {
    Process process = command(mainAndArguments).redirectError(Redirect.DISCARD).start();
    return new HostDialog(process, limit.toNanos());
  }

  private ProcessBuilder command(String... mainAndArguments) {
    // Most of these lives are too short for anything better.
    List<String> command =
        new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of(mainAndArguments));
    return new ProcessBuilder(command).directory(folder.toFile());
  }

  /** Runs to the end, which must come within the limit and be the one that is expected. */
  HostRun run(String... mainAndArguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process =
        command(mainAndArguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    HostRun run = new HostRun(Files.readString(output));
    assertThat(ended).as("ended within %s, after printing%n%s", limit, run).isTrue();
    assertThat(process.exitValue()).as("exit of what printed%n%s", run).isEqualTo(exit);
    return run;
  }

  private static String join(Collection<Path> entries) {
    return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
