package dev.mulligan.sample.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.sample.site.FaultPlan;
import dev.mulligan.sample.site.SiteServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrawlTest {
  private static final int PAGES = 120;
  private SiteServer site;

  @BeforeEach
  void start() throws IOException {
    site = SiteServer.start(PAGES, new FaultPlan(1), Duration.ofMillis(10));
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void aCrawlFindsTheSamePagesWithAnyNumberOfThreads() throws Exception {
    assertThat(crawl(1).digests()).hasSizeGreaterThan(50).isEqualTo(crawl(8).digests());
  }

  @Test
  void everyPageEitherArrivesOrFails() throws Exception {
    site.fallIll();
    Crawl crawl = crawl(4);

    Set<String> failed = new TreeSet<>();
    crawl.failures().keySet().forEach(uri -> failed.add(PageClient.pathOf(uri)));
    assertThat(failed).isNotEmpty().doesNotContainAnyElementsOf(crawl.digests().keySet());
  }

  @Test
  void aPageThatArrivesLaterBringsItsLinksToTheNextRun() throws Exception {
    Crawl crawl = new Crawl(site.map(), 2);
    crawl.run(CrawlTest::fail);
    assertThat(crawl.digests()).isEmpty();

    PageSource source = source(crawl);
    source.fetch(site.map().entry());
    crawl.run(source);

    assertThat(crawl.digests()).isEqualTo(crawl(2).digests());
  }

  private Crawl crawl(int threads) throws InterruptedException {
    Crawl crawl = new Crawl(site.map(), threads);
    crawl.run(source(crawl));
    return crawl;
  }

  private static PageSource source(PageSink sink) {
    return PageSource.unguarded(new PageClient(Duration.ofSeconds(30)), sink);
  }

  private static Page fail(URI uri) throws IOException {
    throw new IOException("no page: " + uri);
  }
}
