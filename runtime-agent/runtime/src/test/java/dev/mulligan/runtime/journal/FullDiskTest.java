package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.LIMIT;
import static dev.mulligan.runtime.journal.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that is really full, where the tests may make one. */
class FullDiskTest {
  private static final int BLOCK = 4_096;

  @TempDir private Path folder;

  @Test
  void aFullDiskIsSaidAndCostsNothingThatWasKept() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", small.toString()) == 0);
    try (Journal journal = Journal.open(small.resolve("journal"))) {
      int kept = 0;
      IOException full = null;
      while (full == null) {
        try {
          journal.append(letter(kept), LIMIT);
          kept++;
        } catch (IOException e) {
          full = e;
        }
      }
      assertThat(full).hasStackTraceContaining("No space left on device");
      int before = kept;
      assertThatThrownBy(() -> journal.append(letter(before), LIMIT))
          .isInstanceOf(IOException.class);
      assertThat(journal.list(LetterFilter.all(), null, 10_000)).hasSize(kept);

      // Somebody makes room.
      Path segment = segmentOf(small);
      assertThat(run("mount", "-o", "remount,size=1m", small.toString())).isZero();
      journal.append(letter(kept + 1), LIMIT);
      assertThat(journal.list(LetterFilter.all(), null, 10_000)).hasSize(kept + 1);
      assertThat(Files.size(segment)).isGreaterThan(BLOCK);
    } finally {
      run("umount", "-l", small.toString());
    }
  }

  private static Path segmentOf(Path small) throws IOException {
    try (var files = Files.list(small.resolve("journal"))) {
      return files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow();
    }
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException notThere) {
      return -1;
    }
  }
}
