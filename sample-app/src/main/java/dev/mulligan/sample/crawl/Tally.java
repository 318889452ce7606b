package dev.mulligan.sample.crawl;

import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.spi.MulliganListener;
import dev.mulligan.sample.site.SiteMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what Mulligan did. Thread-safe. */
final class Tally implements MulliganListener {
  private final SiteMap map;
  private final Counts retries = new Counts();
  private final Counts trips = new Counts();
  private final Counts letters = new Counts();
  private final AtomicLong replayed = new AtomicLong();

  Tally(SiteMap map) {
    this.map = map;
  }

  @Override
  public void onEvent(MulliganEvent event) {
    if (event instanceof Retrying retrying) {
      retries.add(retrying.type().name());
    } else if (event instanceof BreakerMoved moved && moved.to() == BreakerState.OPEN) {
      trips.add(map.hostName(String.valueOf(moved.key())));
    } else if (event instanceof LetterWritten written) {
      letters.add(written.type().name());
    } else if (event instanceof Replayed replay && replay.succeeded()) {
      replayed.incrementAndGet();
    }
  }

  /** The retries by type of failure. */
  Counts retries() {
    return retries;
  }

  /** How often a breaker opened, by host. */
  Counts trips() {
    return trips;
  }

  /** The dead letters by type of failure. */
  Counts letters() {
    return letters;
  }

  /** How many letters were replayed with success. */
  long replayed() {
    return replayed.get();
  }
}
