package dev.mulligan.conformance.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that runs to its end, or to the end of its time.
 *
 * @param exit its exit value; {@link #HUNG} if its time was over
 * @param output what it printed; with all stacks if its time was over
 */
record Child(int exit, String output) {
  /** The exit value of what did not end. */
  static final int HUNG = Integer.MIN_VALUE;

  static final Path AGENT = Path.of("../agent/target/mulligan-agent.jar").toAbsolutePath();
  static final Path TARGET = Path.of("target/campaign").toAbsolutePath();

  private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");

  static String agent() {
    return "-javaagent:" + AGENT;
  }

  /**
   * Runs a program of the JDK that runs this test.
   *
   * @param folder where it runs and prints
   * @param seconds after which it is ended by force
   * @param command {@code java} or another tool, and its arguments
   */
  static Child run(Path folder, long seconds, List<String> command)
      throws IOException, InterruptedException {
    List<String> absolute = new ArrayList<>(command);
    absolute.set(0, JDK.resolve(command.get(0)).toString());
    Path output = Files.createTempFile(folder, "child", ".txt");
    Process process =
        new ProcessBuilder(absolute)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
    if (!ended) {
      // The JVM prints its stacks, and where it found a deadlock.
      new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
      process.waitFor(2, TimeUnit.SECONDS);
      process.destroyForcibly().waitFor();
    }
    String printed = Files.readString(output, UTF_8);
    Files.delete(output);
    return new Child(ended ? process.exitValue() : HUNG, printed);
  }
}
