package dev.mulligan.sample.site;

/** A virtual host, by the subtree of pages that lives on it. */
public enum Host {
  /** Every page that has no host of its own. */
  FRONT(""),
  /** The collections: a second host, as healthy as the front. */
  COLLECT("com/google/common/collect/"),
  /** The concurrency utilities: the host that is down from the first fault until the site heals. */
  CONCURRENT("com/google/common/util/concurrent/");

  private final String subtree;

  Host(String subtree) {
    this.subtree = subtree;
  }

  /** The host that serves a path. */
  public static Host of(String path) {
    for (Host host : values()) {
      if (host != FRONT && path.startsWith(host.subtree)) {
        return host;
      }
    }
    return FRONT;
  }
}
