package dev.mulligan.agent.cli;

import dev.mulligan.runtime.admin.AdminSocket;
import dev.mulligan.runtime.admin.OfflineLetters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where letters are asked for: in the application, if it runs, because it has them open and may
 * keep them elsewhere; else in its journal.
 */
final class LetterDesk implements AutoCloseable {
  /** What looks at a million letters takes its time. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final List<AdminSocket> copies;
  private final @Nullable OfflineLetters offline;

  private LetterDesk(List<AdminSocket> copies, @Nullable OfflineLetters offline) {
    this.copies = copies;
    this.offline = offline;
  }

  /**
   * Opens the desk.
   *
   * @throws AmbiguousException if several processes could be meant
   * @throws IOException if there is neither an application that runs nor a journal
   */
  static LetterDesk open(Processes processes, JournalOpener journal) throws IOException {
    List<AdminSocket> sockets = processes.find();
    List<Long> pids = sockets.stream().map(AdminSocket::pid).distinct().toList();
    if (pids.size() > 1) {
      throw new AmbiguousException(
          "processes " + pids + " have this folder; say which one with --pid");
    }
    if (!pids.isEmpty()) {
      return new LetterDesk(sockets, null);
    }
    Path folder = processes.folder().resolve("journal");
    if (!Files.isDirectory(folder)) {
      throw new IOException(processes.nobody() + ", and there is no journal in " + folder);
    }
    return new LetterDesk(List.of(), journal.open(folder));
  }

  /** Tells whether the application runs, so that its code can be called. */
  boolean isLive() {
    return !copies.isEmpty();
  }

  /** The copies of the runtime in the process; each knows the code of its own application. */
  List<AdminSocket> copies() {
    return copies;
  }

  /** The copies that {@link #ask} does not ask. */
  List<AdminSocket> others() {
    return copies.subList(Math.min(1, copies.size()), copies.size());
  }

  /**
   * Asks.
   *
   * @throws IOException if it is refused; the message is for people
   */
  Processes.Answer ask(String command, Map<String, ? extends @Nullable Object> fields)
      throws IOException {
    Map<String, @Nullable Object> request = request(command, fields);
    if (isLive()) {
      return Processes.ask(copies.get(0), request, LIMIT);
    }
    Map<String, @Nullable Object> answer = Objects.requireNonNull(offline).send(request);
    if (!Boolean.TRUE.equals(answer.remove("ok"))) {
      throw new IOException(String.valueOf(answer.get("error")));
    }
    return new Processes.Answer(0, answer);
  }

  /**
   * Counts the letters of a filter, for a progress bar.
   *
   * @return how many there are; null if nobody knows, such as an application of an older version
   */
  @Nullable Long count(Map<String, ? extends @Nullable Object> filter) {
    try {
      Processes.Answer answer = ask("letters.count", filter);
      return answer.values().get("letters") == null ? null : answer.number("letters");
    } catch (IOException unknown) {
      // The work itself says what is wrong.
      return null;
    }
  }

  /** Asks one copy of the runtime. */
  static Processes.Answer ask(
      AdminSocket copy, String command, Map<String, ? extends @Nullable Object> fields)
      throws IOException {
    return Processes.ask(copy, request(command, fields), LIMIT);
  }

  private static Map<String, @Nullable Object> request(
      String command, Map<String, ? extends @Nullable Object> fields) {
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("command", command);
    request.putAll(fields);
    return request;
  }

  @Override
  public void close() throws IOException {
    if (offline != null) {
      offline.close();
    }
  }

  /** Opens a journal. */
  @FunctionalInterface
  interface JournalOpener {
    OfflineLetters open(Path folder) throws IOException;
  }

  /** Thrown when more must be said about which process is meant. */
  static final class AmbiguousException extends IOException {
    private static final long serialVersionUID = 1L;

    AmbiguousException(String message) {
      super(message);
    }
  }
}
