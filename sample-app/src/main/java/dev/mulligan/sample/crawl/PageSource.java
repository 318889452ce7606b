package dev.mulligan.sample.crawl;

import java.io.IOException;
import java.net.URI;

/** Where a crawl gets its pages; each also goes to the crawl's sink. */
@FunctionalInterface
interface PageSource {
  Page fetch(URI uri) throws IOException, InterruptedException;

  /** A source without any policy: what a healthy site has to offer. */
  static PageSource unguarded(PageClient client, PageSink sink) {
    return uri -> {
      sink.attempting(uri);
      Page page = client.get(uri);
      sink.fetched(page);
      return page;
    };
  }
}
