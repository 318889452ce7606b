package dev.mulligan.sample.crawl;

import java.io.IOException;
import java.net.URI;

/** Where a crawl gets its pages; each also goes to the crawl's sink. */
@FunctionalInterface
interface PageSource {
  Page fetch(URI uri) throws IOException, InterruptedException;
}
