package dev.mulligan.sample.crawl;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.sample.site.FaultPlan;
import dev.mulligan.sample.site.SiteServer;
import java.io.IOException;

/** Crawls the site once, under the engine that {@code --engine} names, and writes a report. */
public final class CrawlMain {
  private CrawlMain() {}

  /** Runs the crawl; see {@link CrawlOptions} for the arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    CrawlOptions options = CrawlOptions.parse(args);
    if (options.acknowledge()) {
      Mulligan.listen(CrawlMain::acknowledge);
    }
    FaultPlan plan = new FaultPlan(options.seed());
    try (SiteServer site =
        SiteServer.start(options.pages(), plan, CrawlRun.TIMEOUT.multipliedBy(2))) {
      new CrawlRun(site, options, System.out).run().write(options.out());
    }
  }

  /** Says that a letter is safe, in a way that outlives this process. */
  private static void acknowledge(MulliganEvent event) {
    if (event instanceof LetterWritten written) {
      System.out.println("ACK " + written.letterId());
      System.out.flush();
    }
  }
}
