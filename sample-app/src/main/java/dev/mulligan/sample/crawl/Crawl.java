package dev.mulligan.sample.crawl;

import dev.mulligan.sample.site.SiteMap;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

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
    List<Thread> workers = new ArrayList<>();
    for (int i = 1; i <= threads; i++) {
      Thread worker = new Thread(() -> work(source), "crawler-" + i);
      workers.add(worker);
      worker.start();
    }
    for (Thread worker : workers) {
      worker.join();
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

  private void work(PageSource source) {
    try {
      for (URI uri = frontier.take(); uri != null; uri = frontier.take()) {
        fetch(source, uri);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void fetch(PageSource source, URI uri) throws InterruptedException {
    try {
      source.fetch(uri);
    } catch (IOException | RuntimeException failure) {
      // The crawl goes on: a guarded source has put the call aside as a dead letter.
      failures.put(uri, failure);
    } finally {
      frontier.done();
    }
  }
}
