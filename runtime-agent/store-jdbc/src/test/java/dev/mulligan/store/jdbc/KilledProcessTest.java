package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that append letters to a file are killed. */
@Timeout(120)
class KilledProcessTest {
  private static final int OFTEN_ENOUGH = 40;

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void unconfigure() {
    started.forEach(KilledProcessTest::kill);
    TestDatabase.unconfigure();
  }

  @Test
  void whatH2HasAcknowledgedOutlivesTheProcess() throws Exception {
    FileDatabase database = FileDatabase.h2(folder);
    Process process = start(database, 0);
    Set<Integer> acknowledged = killAfter(process, OFTEN_ENOUGH);

    assertKept(database, acknowledged);
  }

  @Test
  void whatSqliteHasAcknowledgedOutlivesTheProcess() throws Exception {
    FileDatabase database = FileDatabase.sqlite(folder);
    Process process = start(database, 0);
    Set<Integer> acknowledged = killAfter(process, OFTEN_ENOUGH);

    assertKept(database, acknowledged);
  }

  @Test
  void processesShareAFileOfSqlite() throws Exception {
    assertShared(FileDatabase.sqlite(folder));
  }

  @Test
  void processesShareAFileOfH2ThroughTheFirstOne() throws Exception {
    assertShared(new FileDatabase(FileDatabase.h2(folder).url() + ";AUTO_SERVER=TRUE"));
  }

  /** Both create the tables at the same moment, and take letters into those of the other. */
  private void assertShared(FileDatabase database) throws Exception {
    List<Process> processes = List.of(start(database, 0), start(database, 1_000_000));
    List<BufferedReader> outputs = processes.stream().map(Process::inputReader).toList();
    Set<Integer> acknowledged = new HashSet<>();
    for (int i = 0; i < OFTEN_ENOUGH; i++) {
      for (BufferedReader output : outputs) {
        acknowledged.add(Integer.parseInt(output.readLine()));
      }
    }
    processes.forEach(KilledProcessTest::kill);
    for (BufferedReader output : outputs) {
      acknowledged.addAll(rest(output));
    }

    assertKept(database, acknowledged);
  }

  private Process start(FileDatabase database, int first) throws IOException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1",
                Appender.class.getName(),
                database.url(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(process);
    return process;
  }

  private Set<Integer> killAfter(Process process, int letters) throws Exception {
    Set<Integer> acknowledged = new HashSet<>();
    try (BufferedReader output = process.inputReader()) {
      for (int i = 0; i < letters; i++) {
        acknowledged.add(Integer.parseInt(output.readLine()));
      }
      kill(process);
      acknowledged.addAll(rest(output));
    }
    return acknowledged;
  }

  /** Its output can be read afterwards, unlike after {@link Process#destroyForcibly}. */
  private static void kill(Process process) {
    process.toHandle().destroyForcibly();
    process.onExit().join();
  }

  /** What was acknowledged before the end; the last line may be torn. */
  private static List<Integer> rest(BufferedReader output) throws IOException {
    List<String> lines = new ArrayList<>(output.lines().toList());
    if (!lines.isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines.stream().map(Integer::parseInt).toList();
  }

  private static void assertKept(FileDatabase database, Set<Integer> acknowledged)
      throws IOException {
    try (JdbcStore store = database.open(Tables.DEFAULT)) {
      LetterStats before = store.stats();
      List<Letter> letters = store.list(LetterFilter.all(), null, Integer.MAX_VALUE);
      assertThat(letters).extracting(Letter::id).doesNotHaveDuplicates();
      assertThat(letters).filteredOn(letter -> letter.identity().equals("same")).hasSize(1);
      assertThat(before.received()).isGreaterThanOrEqualTo(acknowledged.size());

      // Each one is known: by itself, or as a part of another.
      for (int number : acknowledged) {
        store.append(Samples.letter(number, number % 3 == 0 ? "same" : ""), Samples.LIMIT);
      }
      assertThat(store.stats()).isEqualTo(before);
    }
  }
}
