package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads are interrupted again and again while they wait for their letters. */
class InterruptedJournalTest {
  private static final int INTERRUPTS = Integer.getInteger("crash.interrupts", 100_000);
  private static final int THREADS = 8;

  @TempDir private Path folder;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger kept = new AtomicInteger();
  private final AtomicInteger flags = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean over;

  @Test
  void interruptsCostNoLetterAndNoFlagAndLeaveTheJournalOpen() throws Exception {
    try (Journal journal = Journal.open(folder)) {
      List<Thread> writers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Thread writer = new Thread(() -> write(journal));
        writer.start();
        writers.add(writer);
      }
      Random random = new Random(1);
      for (int i = 0; i < INTERRUPTS; i++) {
        writers.get(random.nextInt(THREADS)).interrupt();
        if (i % 50 == 0) {
          Thread.yield();
        }
      }
      over = true;
      for (Thread writer : writers) {
        writer.join();
      }

      assertThat(failures).hasValue(0);
      assertThat(flags).as("flags that were kept").hasPositiveValue();
      assertThat(journal.list(LetterFilter.all(), null, Integer.MAX_VALUE)).hasSize(kept.get());
      journal.append(letter(next.incrementAndGet()), Samples.LIMIT);
    }
  }

  private void write(Journal journal) {
    while (!over) {
      try {
        Thread.currentThread().interrupt();
        journal.append(letter(next.incrementAndGet()), Duration.ofMinutes(1));
        kept.incrementAndGet();
        // Set before, and by others meanwhile: it must be there afterwards.
        if (Thread.interrupted()) {
          flags.incrementAndGet();
        } else {
          failures.incrementAndGet();
        }
      } catch (IOException e) {
        failures.incrementAndGet();
      }
    }
  }
}
