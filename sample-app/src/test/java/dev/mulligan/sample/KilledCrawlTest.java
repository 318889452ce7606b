package dev.mulligan.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledCrawlTest {
  private static final int ENOUGH = 40;
  private static final String ACKNOWLEDGED = "ACK ";

  @Test
  @Timeout(120)
  void aCrawlerThatIsKilledHasLostNoLetterThatItAcknowledged(@TempDir Path directory)
      throws Exception {
    ChildCrawl crawl = new ChildCrawl("wrapper", null, directory);
    Process crawler =
        new ProcessBuilder(crawl.command(List.of("--acknowledge", "true")))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();

    List<String> acknowledged = killAfter(ENOUGH, crawler);

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH).doesNotHaveDuplicates();
    assertThat(lettersIn(crawl.letters())).doesNotHaveDuplicates().containsAll(acknowledged);
  }

  /**
   * Kills the crawler in the middle and returns every letter that it acknowledged, also those that
   * were still in the pipe. A line is never cut: so short a write to a pipe is atomic.
   */
  private static List<String> killAfter(int letters, Process crawler)
      throws IOException, InterruptedException {
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = crawler.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(ACKNOWLEDGED)) {
          acknowledged.add(line.substring(ACKNOWLEDGED.length()));
        }
        if (acknowledged.size() == letters) {
          assertThat(crawler.isAlive()).isTrue();
          // Through the handle: Process.destroyForcibly() also closes the pipe that is still read.
          assertThat(crawler.toHandle().destroyForcibly()).isTrue();
        }
      }
    }
    assertThat(crawler.waitFor(10, TimeUnit.SECONDS)).isTrue();
    // 128 + SIGKILL
    assertThat(crawler.exitValue()).isEqualTo(137);
    return acknowledged;
  }

  private static List<String> lettersIn(Path directory) {
    System.setProperty("mulligan.dir", directory.toString());
    return Mulligan.deadLetters().list(LetterFilter.all()).stream().map(Letter::id).toList();
  }
}
