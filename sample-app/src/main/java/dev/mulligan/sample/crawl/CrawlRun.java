package dev.mulligan.sample.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.sample.site.SiteServer;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One run: a crawl without faults, a crawl with them, and the replay that makes them equal. */
final class CrawlRun {
  /** Long enough for the largest page on a busy machine, short enough to be waited for. */
  static final Duration TIMEOUT = Duration.ofMillis(800);

  /** The crawl without faults is the yardstick; it may not fail for being slow. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SiteServer site;
  private final CrawlOptions options;
  private final PrintStream out;
  private final Progress progress;
  private final Crawl crawl;
  private final Tally tally;
  private final Replay replay = new Replay(Mulligan.deadLetters());
  private final PageFetcher fetcher;
  private List<String> lasting = List.of();

  CrawlRun(SiteServer site, CrawlOptions options, PrintStream out) {
    this.site = site;
    this.options = options;
    this.out = out;
    this.progress = new Progress(out);
    this.crawl = new Crawl(site.map(), options.threads());
    this.tally = new Tally(site.map());
    this.fetcher = options.engine().fetcher(new PageClient(TIMEOUT), crawl);
    Mulligan.listen(tally);
  }

  CrawlReport run() throws IOException, InterruptedException {
    Map<String, String> expected = crawlWithoutFaults();
    long start = System.nanoTime();
    crawlWithFaults();
    out.print(ReportTable.of("after the faults", report(expected, secondsSince(start))));
    replayLetters();
    CrawlReport report = report(expected, secondsSince(start));
    out.print(ReportTable.of("after the replay", report));
    return report;
  }

  private Map<String, String> crawlWithoutFaults() throws IOException, InterruptedException {
    Crawl reference = new Crawl(site.map(), options.threads());
    PageClient client = new PageClient(PATIENCE);
    show("without faults", reference, () -> reference.run(PageSource.unguarded(client, reference)));
    for (Exception failure : reference.failures().values()) {
      if (!(failure instanceof HttpStatusException)) {
        throw new IOException("the crawl without faults failed", failure);
      }
    }
    lasting = reference.failures().keySet().stream().map(PageClient::pathOf).sorted().toList();
    return reference.digests();
  }

  private void crawlWithFaults() throws InterruptedException {
    site.fallIll();
    show("with faults", crawl, () -> crawl.run(fetcher::fetch));
  }

  private void replayLetters() throws InterruptedException {
    site.heal();
    show("replay", crawl, () -> replay.run(() -> crawl.run(fetcher::fetch)));
  }

  private void show(String phase, Crawl shown, Step step) throws InterruptedException {
    progress.during(
        step,
        () ->
            "%s, %s: %d pages, %d attempts, %d retries, %d trips, %d letters, %d replayed"
                .formatted(
                    options.engine().title(),
                    phase,
                    shown.digests().size(),
                    shown.attempts(),
                    tally.retries().total(),
                    tally.trips().total(),
                    tally.letters().total(),
                    tally.replayed()));
  }

  private CrawlReport report(Map<String, String> expected, double seconds) {
    Set<String> missing = new HashSet<>(expected.keySet());
    missing.removeAll(crawl.digests().keySet());
    return new CrawlReport(
        options.engine().title(),
        crawl.digests().size(),
        expected.size(),
        missing.size(),
        crawl.attempts(),
        tally.retries().total(),
        tally.trips().total(),
        tally.letters().total(),
        replay.permanentPaths().size(),
        tally.replayed(),
        seconds,
        tally.retries().byName(),
        tally.trips().byName(),
        tally.letters().byName(),
        replay.permanentPaths(),
        lasting,
        fingerprint(crawl.digests()));
  }

  private static String fingerprint(Map<String, String> digests) {
    String lines =
        digests.entrySet().stream()
            .map(page -> page.getKey() + " " + page.getValue() + "\n")
            .collect(Collectors.joining());
    return Digests.sha256(lines.getBytes(UTF_8));
  }

  private static double secondsSince(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }
}
