package dev.mulligan.sample.crawl;

import java.net.URI;

/** Takes what a fetcher finds. Called by many threads at once. */
public interface PageSink {
  /** A request is about to be sent. */
  void attempting(URI uri);

  /** A page arrived; the same page may arrive again when a letter is replayed. */
  void fetched(Page page);
}
