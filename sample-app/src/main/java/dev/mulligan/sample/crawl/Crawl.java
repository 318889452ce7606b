package dev.mulligan.sample.crawl;

import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.sample.site.SiteMap;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A crawl of the site: the pages that arrived and the addresses that they lead to. Thread-safe. */
final class Crawl implements PageSink {
  private final SiteMap map;
  private final int threads;
  private final Frontier frontier = new Frontier();
  private final AtomicLong attempts = new AtomicLong();
  private final ConcurrentNavigableMap<String, String> digests = new ConcurrentSkipListMap<>();
  private final Map<URI, Exception> failures = new ConcurrentHashMap<>();

  Crawl(SiteMap map, int threads) {
    this.map = map;
    this.threads = threads;
    frontier.add(map.entry());
  }

  /** Fetches every address known and found, until none is left. A failed one is not tried again. */
  void run(PageSource source) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    Callable<Void> worker = () -> work(source);
    try {
      for (Future<Void> work : workers.invokeAll(Collections.nCopies(threads, worker))) {
        work.get();
      }
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a worker broke", broken.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  @Override
  public void attempting(URI uri) {
    attempts.incrementAndGet();
  }

  @Override
  public void fetched(Page page) {
    digests.put(page.path(), page.sha256());
    for (String link : page.links()) {
      URI uri = map.locate(link);
      if (uri != null) {
        frontier.add(uri);
      }
    }
  }

  long attempts() {
    return attempts.get();
  }

  /** The digest of each page, by path. */
  SortedMap<String, String> digests() {
    return digests;
  }

  /** What the source threw, by address. */
  Map<URI, Exception> failures() {
    return failures;
  }

  private @Nullable Void work(PageSource source) throws InterruptedException {
    for (URI uri = frontier.take(); uri != null; uri = frontier.take()) {
      fetch(source, uri);
    }
    return null;
  }

  /** Only what a fetcher may throw is a failed page; anything else breaks the run, and should. */
  private void fetch(PageSource source, URI uri) throws InterruptedException {
    try {
      source.fetch(uri);
    } catch (IOException | RejectedCallException failure) {
      // The crawl goes on: a guarded source has put the call aside as a dead letter.
      failures.put(uri, failure);
    } finally {
      frontier.done();
    }
  }
}
