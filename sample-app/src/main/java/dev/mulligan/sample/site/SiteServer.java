package dev.mulligan.sample.site;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running site: all its hosts, healthy until told otherwise. */
public final class SiteServer implements AutoCloseable {
  private final JavadocPages pages;
  private final Site site;
  private final SiteMap map;
  private final List<Listener> listeners;
  private final ExecutorService pool;

  private SiteServer(
      JavadocPages pages, Site site, SiteMap map, List<Listener> listeners, ExecutorService pool) {
    this.pages = pages;
    this.site = site;
    this.map = map;
    this.listeners = listeners;
    this.pool = pool;
  }

  /**
   * Starts the site.
   *
   * @param maxPages how many pages belong to the site at most, those near the root first
   * @param plan what goes wrong while the site is ill
   * @param slow how long a slow answer takes
   */
  public static SiteServer start(int maxPages, FaultPlan plan, Duration slow) throws IOException {
    JavadocPages pages = JavadocPages.open();
    Site site = new Site(pages, plan, slow);
    ExecutorService pool = Executors.newCachedThreadPool(SiteServer::daemon);
    Map<Host, URI> roots = new EnumMap<>(Host.class);
    List<Listener> listeners = new ArrayList<>();
    for (Host host : Host.values()) {
      Listener listener = Listener.open(site, pool);
      listeners.add(listener);
      roots.put(host, listener.root());
    }
    List<String> paths = pages.paths();
    List<String> outside = paths.subList(Math.min(maxPages, paths.size()), paths.size());
    SiteMap map = new SiteMap(roots, new HashSet<>(outside));
    return new SiteServer(pages, site, map, listeners, pool);
  }

  /** Where the pages live. */
  public SiteMap map() {
    return map;
  }

  /** Turns the faults on. */
  public void fallIll() {
    site.fallIll();
  }

  /** Turns the faults off; what is forbidden or not there stays so. */
  public void heal() {
    site.heal();
  }

  @Override
  public void close() throws IOException {
    for (Listener listener : listeners) {
      listener.close();
    }
    pool.shutdownNow();
    pages.close();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "site");
    thread.setDaemon(true);
    return thread;
  }
}
