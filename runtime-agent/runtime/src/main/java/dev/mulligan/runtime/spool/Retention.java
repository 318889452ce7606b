package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Removes letters whose retention is over from the remote store, once an hour until it is closed.
 * Processes that share a store all do so, which harms nothing. Thread-safe.
 */
final class Retention {
  /** A process that has just begun has other things to do. */
  static final Duration FIRST_WAIT = Duration.ofMinutes(5);

  static final Duration WAIT = Duration.ofHours(1);

  private final Remote remote;
  private boolean closed;
  private @Nullable Alarm next;

  Retention(Remote remote) {
    this.remote = remote;
  }

  void start() {
    later(FIRST_WAIT);
  }

  private synchronized void later(Duration wait) {
    if (!closed) {
      next = Time.alarm(wait.toNanos(), () -> remote.begin(this::run));
    }
  }

  private void run() {
    try {
      if (!isClosed() && remote.absence() == null) {
        long removed = remote.store().purge(LetterFilter.all().expiredAt(Time.now()));
        if (removed > 0) {
          Log.log(Level.DEBUG, "The retention of " + removed + " letters was over");
        }
      }
    } catch (IOException | RuntimeException e) {
      // The next hour comes; whoever closes the store may have cut it short.
      Log.log(Level.DEBUG, "Letters whose retention is over are not removed now: " + e);
    } finally {
      later(WAIT);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
    if (next != null) {
      next.cancel();
    }
  }
}
