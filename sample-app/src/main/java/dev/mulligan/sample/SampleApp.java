package dev.mulligan.sample;

import dev.mulligan.sample.crawl.CrawlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Crawls under the wrapper and under the agent, and checks that both tell the same story. */
public final class SampleApp {
  private SampleApp() {}

  /**
   * Runs both crawls.
   *
   * @param args the agent's jar, the directory for the reports, and options for both crawls, such
   *     as {@code --threads 8}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 2) {
      System.err.println("usage: SampleApp <agent jar> <directory> [options of the crawl]");
      System.exit(2);
    }
    Path agent = Path.of(args[0]);
    Path directory = Files.createDirectories(Path.of(args[1]));
    List<String> options = Arrays.asList(args).subList(2, args.length);

    CrawlReport wrapped = new ChildCrawl("wrapper", null, directory).run(options);
    CrawlReport woven = new ChildCrawl("agent", agent, directory).run(options);
    List<String> violations = Truths.violations(wrapped, woven);
    violations.forEach(violation -> System.err.println("WRONG: " + violation));
    if (!violations.isEmpty()) {
      System.exit(1);
    }
    System.out.printf(
        "Both engines brought all %d pages; %d letters are permanent; reports are in %s%n",
        woven.pages(), woven.permanent(), directory);
  }
}
