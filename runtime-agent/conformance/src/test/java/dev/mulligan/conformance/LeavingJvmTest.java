package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Calls that wait when the JVM ends are kept, however it is told to end. */
@Timeout(120)
class LeavingJvmTest {
  /** 128 + SIGTERM. */
  private static final int TERMINATED = 143;

  @TempDir private Path folder;
  private Process child;

  @AfterEach
  void endTheChild() {
    child.destroyForcibly();
  }

  @Test
  void callsThatWaitAreKeptWhenTheProgramExits() throws Exception {
    start("exit");

    assertThat(exitValue()).isEqualTo(LeavingJvm.EXIT);
    assertThat(letters()).hasSize(LeavingJvm.CALLS).allMatch(LeavingJvmTest::isOfShutdown);
  }

  @Test
  void callsThatWaitAreKeptWhenTheProgramIsTerminated() throws Exception {
    start("stay");

    // Through the handle: Process.destroy() also closes the pipes.
    assertThat(child.toHandle().destroy()).isTrue();

    assertThat(exitValue()).isEqualTo(TERMINATED);
    assertThat(letters()).hasSize(LeavingJvm.CALLS).allMatch(LeavingJvmTest::isOfShutdown);
  }

  @Test
  void aProgramThatLooksAfterItsEndItselfIsLeftAlone() throws Exception {
    start("exit", "-Dmulligan.shutdown.wait=0ms");

    assertThat(exitValue()).isEqualTo(LeavingJvm.EXIT);
    assertThat(letters()).isEmpty();
  }

  private static boolean isOfShutdown(Letter letter) {
    return letter.reason() == LetterReason.SHUTDOWN && letter.attempts().size() == 1;
  }

  /** Starts a JVM under the same engine as this one, and waits until its calls wait. */
  private void start(String how, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-javaagent:"))
        .forEach(command::add);
    String attached = System.getProperty(AttachedAgent.JAR);
    if (attached != null) {
      command.add("-javaagent:" + attached);
    }
    command.add("-Dconformance.engine=" + System.getProperty("conformance.engine", "wrapper"));
    command.add("-Dmulligan.dir=" + folder);
    command.addAll(List.of(options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), LeavingJvm.class.getName(), how));
    child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader lines = child.inputReader();
    String line = lines.readLine();
    while (line != null && !line.equals(LeavingJvm.READY)) {
      line = lines.readLine();
    }
    assertThat(line).isEqualTo(LeavingJvm.READY);
  }

  private int exitValue() throws InterruptedException {
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return child.exitValue();
  }

  private List<Letter> letters() throws IOException {
    try (Journal journal = Journal.open(folder.resolve("journal"))) {
      return journal.list(LetterFilter.waiting(), null, 100);
    }
  }
}
