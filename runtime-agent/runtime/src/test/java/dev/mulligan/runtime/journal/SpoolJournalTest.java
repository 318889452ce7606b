package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.LIMIT;
import static dev.mulligan.runtime.journal.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a journal counts whose letters wait for another store. */
class SpoolJournalTest {
  private static final JournalLimits SMALL =
      new JournalLimits(2_000, Duration.ofDays(1), 1 << 20, 1 << 20);
  private static final int MOVED = 30;

  @TempDir private Path folder;

  @Test
  void whatWasMovedIsNotCountedAsRemovedAndTheRestIs() throws IOException {
    try (Journal spool = Journal.openSpool(folder, SMALL)) {
      for (int number = 1; number <= MOVED; number++) {
        spool.append(letter(number), LIMIT);
        long token =
            spool.claim(letter(number).id(), "spool", LIMIT).orElseThrow().status().token();
        spool.settle(letter(number).id(), token, Settlement.REPLAYED);
      }
      assertThat(spool.purge(LetterFilter.all().state(LetterState.REPLAYED))).isEqualTo(MOVED);
      spool.append(letter(MOVED + 1), LIMIT);
      assertThat(spool.purge(LetterFilter.all())).isEqualTo(1);
      // Each rolls a segment, after which those that are not needed are compacted.
      for (int number = 1; number <= MOVED; number++) {
        spool.append(letter(MOVED + 1 + number), LIMIT);
      }
      assertThat(spool.stats().removed()).isEqualTo(1);
      assertThat(spool.stats().joined()).isZero();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::toString).filter(name -> name.endsWith(".archive.gz")))
          .as("compacted")
          .isNotEmpty();
    }
    try (Journal again = Journal.openSpool(folder, SMALL)) {
      assertThat(again.stats().removed()).isEqualTo(1);
      assertThat(again.stats().joined()).isZero();
      assertThat(again.stats().total()).isEqualTo(MOVED);
    }
  }
}
