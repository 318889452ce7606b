package dev.mulligan.sample;

import dev.mulligan.sample.crawl.CrawlMain;
import dev.mulligan.sample.crawl.CrawlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A crawl in a JVM of its own, with a fresh directory for its letters. */
final class ChildCrawl {
  private final String engine;
  private final @Nullable Path agent;
  private final Path directory;

  /**
   * Prepares a crawl.
   *
   * @param agent the agent's jar, or null to run without
   * @param directory where the report and the letters go
   */
  ChildCrawl(String engine, @Nullable Path agent, Path directory) {
    this.engine = engine;
    this.agent = agent;
    this.directory = directory;
  }

  /**
   * Runs the crawl to its end.
   *
   * @throws IOException if it does not end well
   */
  CrawlReport run(List<String> options) throws IOException, InterruptedException {
    deleteLetters();
    Process process = new ProcessBuilder(command(options)).inheritIO().start();
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException("the crawl under the " + engine + " ended with exit code " + exit);
    }
    return CrawlReport.read(report());
  }

  List<String> command(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (agent != null) {
      command.add("-javaagent:" + agent);
    }
    command.add("-Dmulligan.dir=" + letters());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CrawlMain.class.getName());
    command.addAll(List.of("--engine", engine, "--out", report().toString()));
    command.addAll(options);
    return command;
  }

  Path letters() {
    return directory.resolve("mulligan-" + engine);
  }

  private Path report() {
    return directory.resolve("crawl-" + engine + ".json");
  }

  private void deleteLetters() throws IOException {
    if (Files.exists(letters())) {
      try (Stream<Path> files = Files.walk(letters())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
