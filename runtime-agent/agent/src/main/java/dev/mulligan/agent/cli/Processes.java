package dev.mulligan.agent.cli;

import dev.mulligan.runtime.admin.AdminClient;
import dev.mulligan.runtime.admin.AdminSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which running applications a command is for. */
final class Processes {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Option(
      names = "--dir",
      paramLabel = "<folder>",
      description = "what mulligan.dir names for the application (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of(".mulligan");

  @Option(
      names = "--pid",
      paramLabel = "<pid>",
      description = "only this process; else all that have the folder")
  private @Nullable Long pid;

  /** What mulligan.dir names. */
  Path folder() {
    return folder;
  }

  /**
   * Finds the processes that are meant. One that has two copies of the runtime is there twice.
   *
   * @throws IOException if the folder cannot be read, or the one process that is meant is not there
   */
  List<AdminSocket> find() throws IOException {
    List<AdminSocket> sockets =
        AdminClient.find(folder).stream()
            .filter(socket -> pid == null || socket.pid() == pid)
            .toList();
    if (sockets.isEmpty() && pid != null) {
      throw new IOException(nobody());
    }
    return sockets;
  }

  /** Says that no application runs. */
  String nobody() {
    return "no application that runs has its socket in "
        + folder.toAbsolutePath()
        + (pid == null ? "" : " and is process " + pid)
        + "; it is opened when the first guarded method is called";
  }

  /**
   * Asks every process. One that has two copies of the runtime answers twice.
   *
   * @throws IOException if there is none, or one refuses; its message is for people
   */
  List<Answer> ask(String command, Map<String, String> arguments) throws IOException {
    List<AdminSocket> sockets = find();
    if (sockets.isEmpty()) {
      throw new IOException(nobody());
    }
    Map<String, String> request = new LinkedHashMap<>();
    request.put("command", command);
    request.putAll(arguments);
    List<Answer> answers = new ArrayList<>();
    for (AdminSocket socket : sockets) {
      answers.add(ask(socket, request, LIMIT));
    }
    return answers;
  }

  /**
   * Asks one process.
   *
   * @throws IOException if it refuses; its message is for people
   */
  static Answer ask(
      AdminSocket socket, Map<String, ? extends @Nullable Object> request, Duration limit)
      throws IOException {
    Map<String, @Nullable Object> answer = AdminClient.send(socket, request, limit);
    if (!Boolean.TRUE.equals(answer.remove("ok"))) {
      throw new IOException("process " + socket.pid() + ": " + answer.get("error"));
    }
    answer.put("pid", socket.pid());
    return new Answer(socket.pid(), answer);
  }

  /**
   * What one process answered.
   *
   * @param pid the process
   * @param values the answer, as JSON has it
   */
  record Answer(long pid, Map<String, @Nullable Object> values) {
    /** A list of entries; empty if the answer has none of that name. */
    List<Map<?, ?>> entries(String key) {
      return entriesOf(values.get(key));
    }

    /** A part of the answer; empty if it has none of that name. */
    Answer part(String key) {
      Map<String, @Nullable Object> part = new LinkedHashMap<>();
      if (values.get(key) instanceof Map<?, ?> map) {
        map.forEach((name, value) -> part.put(String.valueOf(name), value));
      }
      return new Answer(pid, part);
    }

    String text(String key) {
      return String.valueOf(values.get(key));
    }

    /** A number; 0 if the answer has none of that name. */
    long number(String key) {
      return values.get(key) instanceof Number number ? number.longValue() : 0;
    }

    private static List<Map<?, ?>> entriesOf(@Nullable Object value) {
      List<Map<?, ?>> entries = new ArrayList<>();
      if (value instanceof List<?> list) {
        list.forEach(
            entry -> {
              if (entry instanceof Map<?, ?> map) {
                entries.add(map);
              }
            });
      }
      return entries;
    }
  }
}
