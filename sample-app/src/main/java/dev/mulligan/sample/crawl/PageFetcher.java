package dev.mulligan.sample.crawl;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.WhenOpen;
import java.io.IOException;
import java.net.URI;

/**
 * Fetches a page and hands it to the crawl.
 *
 * <p>The page goes to the sink rather than to the caller alone, so that it also arrives when a dead
 * letter is replayed, at a time when the first caller is long gone.
 */
public class PageFetcher {
  private final PageClient client;
  private final PageSink sink;

  /** Creates a fetcher. */
  public PageFetcher(PageClient client, PageSink sink) {
    this.client = client;
    this.sink = sink;
  }

  /**
   * Fetches a page.
   *
   * @param uri its address; each host has a circuit breaker of its own
   */
  @Retry(maxAttempts = 4, delay = "20ms", maxDelay = "500ms")
  @CircuitBreaker(window = "50 calls", openFor = "1s", halfOpenCalls = 2)
  @DeadLetter(queue = "pages", whenOpen = WhenOpen.KEEP)
  public Page fetch(@Key(path = "authority") URI uri) throws IOException, InterruptedException {
    sink.attempting(uri);
    Page page = client.get(uri);
    sink.fetched(page);
    return page;
  }
}
