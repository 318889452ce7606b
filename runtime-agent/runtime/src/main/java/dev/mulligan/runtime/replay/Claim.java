package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A claim on a letter that is kept alive until it is closed: prolonged each time a third of its
 * lease is over, by one thread for all claims of the process. Thread-safe.
 *
 * <p>If the thread or the store is too slow, somebody else may take the letter meanwhile. Nobody is
 * told then: the fencing token has become invalid, and what the former owner writes down is refused
 * by the store.
 */
final class Claim implements AutoCloseable {
  private static final ThreadPoolExecutor RENEWALS =
      new ThreadPoolExecutor(
          0,
          1,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> Threads.daemon("mulligan-leases", task));

  private final DeadLetterStore store;
  private final String id;
  private final long token;
  private final Duration lease;
  private boolean closed;
  private @Nullable Alarm next;

  private Claim(DeadLetterStore store, String id, long token, Duration lease) {
    this.store = store;
    this.id = id;
    this.token = token;
    this.lease = lease;
  }

  /** Keeps a claim alive that was just made. */
  static Claim keep(DeadLetterStore store, String id, long token, Duration lease) {
    Claim claim = new Claim(store, id, token, lease);
    claim.renewLater();
    return claim;
  }

  private synchronized void renewLater() {
    if (!closed) {
      next = Time.alarm(lease.toNanos() / 3, () -> RENEWALS.execute(this::renew));
    }
  }

  private void renew() {
    if (isClosed()) {
      return;
    }
    try {
      if (store.renew(id, token, lease)) {
        renewLater();
      }
    } catch (IOException | RuntimeException e) {
      Log.warn("The claim on letter " + id + " could not be prolonged", e);
      renewLater();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Lets the claim run out, unless it is settled. */
  @Override
  public synchronized void close() {
    closed = true;
    if (next != null) {
      next.cancel();
    }
  }
}
