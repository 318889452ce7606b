package dev.mulligan.runtime.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that replays its letters is killed again and again, and started again. */
class KilledReplayTest {
  private static final int LETTERS = Integer.getInteger("replay.letters", 20_000);
  private static final int KILLS = Integer.getInteger("replay.kills", 5);
  private static final long SEED = Long.getLong("replay.seed", 20_320_101);
  private static final int WRITERS = 64;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private final Random random = new Random(SEED);

  @Test
  void everyLetterIsReplayedAndNoneAgainOnceItsEndWasAcknowledged() throws Exception {
    write();
    for (int kill = 1; kill <= KILLS; kill++) {
      killSomewhere();
      try (CallLog log = CallLog.append(KilledReplayer.log(folder))) {
        log.add(CallLog.KILLED, kill);
      }
    }
    finish();

    LetterStats stats = stats();
    assertThat(stats.byState()).isEqualTo(Map.of(LetterState.REPLAYED, (long) LETTERS));
    assertThat(stats.received()).isEqualTo(LETTERS);
    Calls calls = new Calls();
    try (Stream<CallLog.Entry> entries = CallLog.read(KilledReplayer.log(folder))) {
      entries.forEach(calls::add);
    }
    assertThat(calls.wrong).as("seed %d", SEED).isEmpty();
    assertThat(calls.life).isEqualTo(KILLS);
    assertThat(IntStream.range(0, LETTERS).filter(letter -> calls.begun[letter] < 0))
        .as("letters that were never called")
        .isEmpty();
    assertThat(calls.repeated)
        .as("only what was under way is called again")
        .isLessThanOrEqualTo(KILLS * KilledReplayer.THREADS);
  }

  private void write() throws Exception {
    try (Journal journal = Journal.open(folder.resolve("journal"))) {
      AtomicInteger next = new AtomicInteger();
      ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
      Thread[] writers = new Thread[WRITERS];
      for (int i = 0; i < WRITERS; i++) {
        writers[i] = new Thread(() -> write(journal, next, failures));
        writers[i].start();
      }
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  private static void write(
      Journal journal, AtomicInteger next, ConcurrentLinkedQueue<Exception> failures) {
    try {
      for (int n = next.getAndIncrement(); n < LETTERS; n = next.getAndIncrement()) {
        journal.append(KilledReplayer.letter(n), LIMIT);
      }
    } catch (IOException e) {
      failures.add(e);
    }
  }

  /** The more often it is killed, the less it gets done before: it must not come to its end. */
  private void killSomewhere() throws Exception {
    int lines = random.nextInt(LETTERS / (KILLS + 1) / KilledReplayer.LETTERS_A_LINE);
    Process process = start();
    try (BufferedReader out = process.inputReader()) {
      for (int i = 0; i <= lines; i++) {
        assertThat(out.readLine()).as("it goes on by itself").isNotNull();
      }
      process.toHandle().destroyForcibly();
      while (out.readLine() != null) {
        // What it said before it died.
      }
    } finally {
      process.destroyForcibly();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(stats().byState()).as("it is killed at work").containsKey(LetterState.STORED);
  }

  private void finish() throws Exception {
    Process process = start();
    try (BufferedReader out = process.inputReader()) {
      while (out.readLine() != null) {
        // It goes on.
      }
      assertThat(process.waitFor()).as("it ends by itself").isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** One that comes to no end is ended, and the test with it. */
  private Process start() throws IOException {
    Process process = KilledReplayer.start(folder);
    CompletableFuture.delayedExecutor(120 + LETTERS / 500, TimeUnit.SECONDS)
        .execute(process.toHandle()::destroyForcibly);
    return process;
  }

  private LetterStats stats() throws IOException {
    try (Journal journal = Journal.openForOperator(folder.resolve("journal"))) {
      return journal.stats();
    }
  }

  /** Follows the log. */
  private static final class Calls {
    /** In which life a letter was called last; -1 for never. */
    private final int[] begun = IntStream.generate(() -> -1).limit(LETTERS).toArray();

    private final boolean[] done = new boolean[LETTERS];
    private final StringBuilder wrong = new StringBuilder();
    private int life;
    private int repeated;

    void add(CallLog.Entry entry) {
      int number = entry.number();
      switch (entry.what()) {
        case CallLog.KILLED -> life++;
        case CallLog.DONE -> done[number] = true;
        default -> begin(number);
      }
    }

    private void begin(int letter) {
      if (done[letter]) {
        wrong.append("letter ").append(letter).append(" was called when it was done\n");
      } else if (begun[letter] == life) {
        wrong.append("letter ").append(letter).append(" was called twice in one life\n");
      } else if (begun[letter] >= 0) {
        repeated++;
      }
      begun[letter] = life;
    }
  }
}
