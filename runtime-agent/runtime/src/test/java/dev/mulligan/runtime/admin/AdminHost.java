package dev.mulligan.runtime.admin;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.event.Operated;
import dev.mulligan.runtime.guard.CodeGuard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process with an admin socket, which ends when nobody talks to it any more. */
final class AdminHost implements AutoCloseable {
  private final Process process;
  private final BufferedReader said;

  /** Starts a process and waits for its socket. */
  AdminHost(Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dmulligan.dir=" + folder));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), AdminHost.class.getName()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    hear("ready");
  }

  /** Waits for a line of the process. */
  void hear(String line) throws IOException {
    String next = said.readLine();
    while (next != null && !next.equals(line)) {
      next = said.readLine();
    }
    if (next == null) {
      throw new IOException("the process ended without " + line);
    }
  }

  long pid() {
    return process.pid();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets the process end by itself. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** The process: one breaker, one command that fails, one that waits. */
  @SuppressWarnings("SystemOut") // that is how a process talks
  public static void main(String[] args) throws Exception {
    Mulligan.listen(
        event -> {
          if (event instanceof Operated done) {
            System.out.println(
                done.command() + " " + done.arguments() + " " + (done.user() != null));
          }
        });
    Admin.addToStatus("custom", () -> List.of(1, "two"));
    Admin.addToStatus(
        "broken",
        () -> {
          throw new IllegalStateException("no status");
        });
    Admin.addCommand("echo.show", request -> request);
    Admin.addCommand(
        "fail",
        request -> {
          throw new IOException("it failed");
        });
    CodeGuard guard = Mulligan.circuitBreaker(b -> b.name("bank")).build();
    guard.call(() -> 1);
    Path folder = Path.of(System.getProperty("mulligan.dir"));
    long pid = ProcessHandle.current().pid();
    while (AdminClient.find(folder).stream().noneMatch(socket -> socket.pid() == pid)) {
      Thread.onSpinWait();
    }
    System.out.println("ready");
    int end = System.in.read();
    System.exit(end < 0 ? 0 : 1);
  }

  static Map<String, Object> request(String command, Object... pairs) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("command", command);
    for (int i = 0; i < pairs.length; i += 2) {
      request.put((String) pairs[i], pairs[i + 1]);
    }
    return request;
  }
}
