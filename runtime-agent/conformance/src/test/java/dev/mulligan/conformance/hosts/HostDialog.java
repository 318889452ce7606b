package dev.mulligan.conformance.hosts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.TimeUnit;

/** A JVM that answers each line with a line, until its input ends. */
final class HostDialog {
  private final Process process;
  private final Writer to;
  private final BufferedReader from;
  private final Thread limit;

  HostDialog(Process process, long longestNanos) {
    this.process = process;
    this.to = process.outputWriter(UTF_8);
    this.from = process.inputReader(UTF_8);
    this.limit = new Thread(() -> endAfter(longestNanos), "limit");
    limit.setDaemon(true);
    limit.start();
  }

  String ask(String line) throws IOException {
    to.write(line + "\n");
    to.flush();
    String answer = from.readLine();
    assertThat(answer).as("answer to %s", line).isNotNull();
    return answer;
  }

  long pid() {
    return process.pid();
  }

  void end() throws IOException, InterruptedException {
    to.close();
    process.waitFor();
    limit.join();
  }

  /** A dialog that takes too long ends with the process, and so with an answer that is missing. */
  private void endAfter(long nanos) {
    try {
      if (!process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
