package dev.mulligan.sample.crawl;

import java.util.Locale;

/** How the fetcher's method gets its policies. */
enum Engine {
  /** The annotation processor wrote a subclass at compile time. */
  WRAPPER {
    @Override
    PageFetcher fetcher(PageClient client, PageSink sink) {
      return new ResilientPageFetcher(client, sink);
    }
  },
  /** The Java agent weaves the class itself as it loads. */
  AGENT {
    @Override
    PageFetcher fetcher(PageClient client, PageSink sink) {
      return new PageFetcher(client, sink);
    }
  };

  /** The name as reports and options have it. */
  String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  abstract PageFetcher fetcher(PageClient client, PageSink sink);
}
