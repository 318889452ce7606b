package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Opens the store when it is first needed, on a thread of its own: it may take long, and the thread
 * that needs it is one of the application's. Thread-safe.
 */
final class LazyStore {
  private final Callable<DeadLetterStore> opener;
  private @Nullable CompletableFuture<DeadLetterStore> opening;

  LazyStore(Callable<DeadLetterStore> opener) {
    this.opener = opener;
  }

  /**
   * Waits for the store.
   *
   * @throws IOException if it cannot be opened, or not within the limit; the next call tries again
   */
  DeadLetterStore get(Duration limit) throws IOException {
    try {
      return Waits.get(opening(), limit);
    } catch (TimeoutException e) {
      throw new IOException(
          "the store of dead letters is not open within " + Durations.format(limit), e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw new IOException("the store of dead letters cannot be opened: " + cause, cause);
    }
  }

  /** Gives the store if it is open by now, or null; does not open it. */
  synchronized @Nullable DeadLetterStore ifOpen() {
    CompletableFuture<DeadLetterStore> known = opening;
    return known == null || !known.isDone() || known.isCompletedExceptionally()
        ? null
        : known.join();
  }

  private synchronized CompletableFuture<DeadLetterStore> opening() {
    CompletableFuture<DeadLetterStore> known = opening;
    if (known == null || known.isCompletedExceptionally()) {
      CompletableFuture<DeadLetterStore> fresh = new CompletableFuture<>();
      Threads.daemon("mulligan-open", () -> open(fresh)).start();
      opening = fresh;
      known = fresh;
    }
    return known;
  }

  private void open(CompletableFuture<DeadLetterStore> result) {
    try {
      result.complete(opener.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }
}
