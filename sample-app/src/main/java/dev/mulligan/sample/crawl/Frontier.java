package dev.mulligan.sample.crawl;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The addresses still to be fetched, each handed out once. Thread-safe. */
final class Frontier {
  private final Queue<URI> waiting = new ArrayDeque<>();
  private final Set<URI> seen = new HashSet<>();
  private int busy;

  /** Adds an address unless it was added before. */
  synchronized void add(URI uri) {
    if (seen.add(uri)) {
      waiting.add(uri);
      notifyAll();
    }
  }

  /**
   * Takes an address, waiting while other workers may still find some.
   *
   * @return null once nothing is waiting and no worker is busy
   */
  synchronized @Nullable URI take() throws InterruptedException {
    while (waiting.isEmpty() && busy > 0) {
      wait();
    }
    URI uri = waiting.poll();
    if (uri != null) {
      busy++;
    }
    return uri;
  }

  /** Gives back what {@link #take()} handed out: its links have been added by now. */
  synchronized void done() {
    busy--;
    notifyAll();
  }
}
