package dev.mulligan.sample.crawl;

import java.util.Set;

/**
 * A page as the crawler keeps it.
 *
 * @param path the path within the site, whatever host served it
 * @param sha256 the digest of its bytes, in hexadecimal
 * @param links the paths that it links to on its own host
 */
public record Page(String path, String sha256, Set<String> links) {
  /** Copies the links. */
  public Page {
    links = Set.copyOf(links);
  }
}
