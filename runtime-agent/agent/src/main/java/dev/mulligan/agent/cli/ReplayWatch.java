package dev.mulligan.agent.cli;

import dev.mulligan.runtime.admin.AdminSocket;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Orders a replay in one copy of the runtime, and watches it until it has ended. */
final class ReplayWatch {
  private static final long FIRST_LOOK_MILLIS = 20;
  private static final long LOOK_MILLIS = 500;

  /** Ids are copied, and what is missing for a call is often a long sentence. */
  private static final List<Column> PROBLEM =
      List.of(Column.whole("letter"), Column.whole("outcome"), Column.cut("failure", 20).lines(4));

  private final AdminSocket copy;
  private final Output output;

  ReplayWatch(AdminSocket copy, Output output) {
    this.copy = copy;
    this.output = output;
  }

  /**
   * Orders a replay and waits for its end. If this process is told to end, the replay is stopped.
   *
   * @param order the fields of the request
   * @return what came of it
   * @throws IOException if the application refuses, or ends itself
   */
  Processes.Answer run(Map<String, @Nullable Object> order) throws IOException {
    Processes.Answer job = LetterDesk.ask(copy, "letters.replay", order);
    Thread stopper = new Thread(() -> stop(job), "stop-replay");
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      return watch(job);
    } finally {
      remove(stopper);
    }
  }

  private static void remove(Thread stopper) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopper);
    } catch (IllegalStateException endingAlready) {
      // Then it has done its work.
    }
  }

  private Processes.Answer watch(Processes.Answer begun) throws IOException {
    Processes.Answer job = begun;
    Long expected = begun.values().get("expected") == null ? null : begun.number("expected");
    long wait = FIRST_LOOK_MILLIS;
    try (Progress progress = Progress.on(output, () -> expected)) {
      while (!"ended".equals(job.text("state"))) {
        progress.show(
            job.number("done"),
            ", " + (job.number("failed") + job.number("notReplayable")) + " failed");
        TimeUnit.MILLISECONDS.sleep(wait);
        wait = Math.min(LOOK_MILLIS, 2 * wait);
        job = LetterDesk.ask(copy, "letters.job.show", number(begun));
      }
      return job;
    } catch (InterruptedException | InterruptedIOException e) {
      // An interrupted thread cannot talk to a socket.
      boolean unused = Thread.interrupted();
      stop(begun);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted; the replay was told to stop");
    }
  }

  /** Tells the application to stop. */
  void stop(Processes.Answer job) {
    try {
      Processes.Answer told = LetterDesk.ask(copy, "letters.job.stop", number(job));
      output
          .err()
          .println(
              "replay "
                  + job.text("job")
                  + " stops; it has called "
                  + Words.count(told.number("done"), "letter"));
    } catch (IOException gone) {
      output
          .err()
          .println("replay " + job.text("job") + " could not be stopped: " + Words.of(gone));
    }
    output.err().flush();
  }

  private static Map<String, Integer> number(Processes.Answer job) {
    return Map.of("job", (int) job.number("job"));
  }

  /** Tells whether all letters had their turn, and none is left that somebody must look at. */
  static boolean isFine(Processes.Answer ended) {
    return ended.number("failed") == 0
        && ended.number("notReplayable") == 0
        && ended.text("stopped").isEmpty()
        && ended.values().get("error") == null;
  }

  static void print(PrintWriter out, Processes.Answer ended) {
    boolean isDry = Boolean.TRUE.equals(ended.values().get("dryRun"));
    out.println(
        isDry
            ? fit(ended.number("fits"), ended.number("notReplayable"))
            : "%s replayed, %s failed, %s not replayable, %s taken by others"
                .formatted(
                    ended.text("replayed"),
                    ended.text("failed"),
                    ended.text("notReplayable"),
                    ended.text("taken")));
    if (!ended.text("stopped").isEmpty()) {
      out.println("stopped: " + Words.plain(ended.text("stopped")));
    }
    if (ended.values().get("error") != null) {
      out.println("ended by an error: " + Words.plain(ended.text("error")));
    }
    List<Map<?, ?>> problems = ended.entries("problems");
    if (!problems.isEmpty()) {
      new Table(Terminal.width(), PROBLEM)
          .print(out, problems.stream().<Map<?, ?>>map(ReplayWatch::row).toList());
    }
  }

  private static String fit(long fits, long not) {
    return fits + (fits == 1 ? " fits, " : " fit, ") + not + (not == 1 ? " does not" : " do not");
  }

  private static Map<?, ?> row(Map<?, ?> problem) {
    Map<Object, @Nullable Object> row = new LinkedHashMap<>(problem);
    row.computeIfPresent("failure", (name, failure) -> Words.simple(String.valueOf(failure)));
    return row;
  }
}
