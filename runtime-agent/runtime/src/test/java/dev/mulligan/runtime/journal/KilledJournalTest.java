package dev.mulligan.runtime.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed, at a random moment or at a chosen operation of its disk: in the
 * middle of an append, a rotation, a compaction, a recovery. What it acknowledged is there, once,
 * as it was, and nothing else; nobody has to repair anything.
 */
class KilledJournalTest {
  private static final int KILLS = Integer.getInteger("crash.kills", 150);
  private static final long SEED = Long.getLong("crash.seed", 1);

  /** So many processes write to one folder before the next one. */
  private static final int LIVES = 10;

  @TempDir private Path folder;
  private SharedClasses classes;

  @BeforeEach
  void shareTheClasses() throws IOException, InterruptedException {
    classes = new SharedClasses(folder);
    KilledWriter.start(classes, folder.resolve("first"), 0, 60).waitFor();
  }

  @Test
  void nothingAcknowledgedIsLostDoubledOrAlteredByAKill() {
    int acknowledged =
        IntStream.range(0, KILLS / LIVES).parallel().map(this::liveInOneFolder).sum();

    assertThat(acknowledged).isGreaterThan(KILLS);
  }

  private int liveInOneFolder(int folderNumber) {
    Random random = new Random(SEED + folderNumber);
    Path journal = folder.resolve("journal" + folderNumber);
    int acknowledged = 0;
    for (int life = 0; life < LIVES; life++) {
      try {
        Map<Integer, Integer> last = runAndKill(journal, life, random);
        acknowledged += last.values().stream().mapToInt(n -> n + 1).sum();
        check(journal, life, last);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("life " + life + " in folder " + folderNumber, e);
      }
    }
    return acknowledged;
  }

  /** Returns the last number that each thread was told to be kept. */
  private Map<Integer, Integer> runAndKill(Path journal, int life, Random random)
      throws IOException, InterruptedException {
    boolean atAnOperation = random.nextBoolean();
    int operation = atAnOperation ? 1 + random.nextInt(120) : Integer.MAX_VALUE;
    Process process = KilledWriter.start(classes, journal, life, operation);
    Map<Integer, Integer> last = new HashMap<>();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      int frames = 1 + random.nextInt(160);
      String frame = out.readLine();
      while (frame != null) {
        String[] parts = frame.split(" ");
        // A frame that was cut off by the kill says nothing.
        if (parts.length == 3 && parts[2].equals("kept")) {
          last.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        }
        if (--frames == 0) {
          // Not through the process, which would close the stream as well.
          process.toHandle().destroyForcibly();
        }
        frame = out.readLine();
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    return last;
  }

  private static void check(Path folder, int life, Map<Integer, Integer> last) throws IOException {
    try (Journal journal = Journal.open(folder)) {
      List<Letter> letters =
          journal.list(LetterFilter.all().key("life-" + life), null, Integer.MAX_VALUE);
      Set<String> ids = new HashSet<>();
      Map<Integer, Integer> stored = new HashMap<>();
      for (Letter letter : letters) {
        assertThat(ids.add(letter.id())).as("%s is there once", letter.id()).isTrue();
        int thread = KilledWriter.thread(letter.id());
        int number = KilledWriter.number(letter.id());
        Letter intended = KilledWriter.letter(life, thread, number);
        assertThat(letter.with(intended.status())).isEqualTo(intended);
        stored.merge(thread, number, Math::max);
      }
      // Each thread waits for one letter before the next, so what is there is a prefix.
      int expected = stored.values().stream().mapToInt(n -> n + 1).sum();
      assertThat(letters).as("letters of life %s", life).hasSize(expected);
      last.forEach(
          (thread, number) ->
              assertThat(stored.getOrDefault(thread, -1))
                  .as("thread %s of life %s", thread, life)
                  .isBetween(number, number + 1));
    }
  }
}
