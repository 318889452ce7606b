package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.Waits;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The remote store, and whether it answers. It is asked on threads of the spool's own, because not
 * every store keeps to its limit. Thread-safe.
 */
final class Remote {
  /** Of a store that hangs, so many calls hang with it; the others are not begun. */
  private static final int THREADS = 4;

  private static final long IDLE_SECONDS = 30;

  private final DeadLetterStore store;
  private final AtomicReference<@Nullable Absence> absence = new AtomicReference<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> Threads.daemon("mulligan-spool-remote", task));

  /** That it does not answer. */
  record Absence(Instant since, String reason) {}

  Remote(DeadLetterStore store) {
    this.store = store;
    threads.allowCoreThreadTimeOut(true);
  }

  /** Gives the store itself. */
  DeadLetterStore store() {
    return store;
  }

  /** Tells since when it is away, or null if it answered the last time. */
  @Nullable Absence absence() {
    return absence.get();
  }

  /**
   * Appends a letter.
   *
   * @throws IOException if it is not surely kept; the store is away from then on
   */
  Letter append(Letter letter, Duration limit) throws IOException {
    try {
      return offer(letter, limit);
    } catch (IOException e) {
      markAway(e);
      throw e;
    }
  }

  /**
   * Appends a letter that waits in the spool.
   *
   * @throws IOException if it is not surely kept; whether it is the letter or the store has to be
   *     found out
   */
  Letter offer(Letter letter, Duration limit) throws IOException {
    Letter kept = call(limit, () -> store.append(letter, limit));
    markBack();
    return kept;
  }

  /** Looks whether it answers at all. */
  boolean answers(Duration limit) {
    try {
      Optional<Letter> unused = find("", limit);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Finds a letter.
   *
   * @throws IOException if there is no answer; the store is away from then on
   */
  Optional<Letter> find(String id, Duration limit) throws IOException {
    try {
      Optional<Letter> found = call(limit, () -> store.find(id));
      markBack();
      return found;
    } catch (IOException e) {
      markAway(e);
      throw e;
    }
  }

  /** What is asked of the store. */
  @FunctionalInterface
  private interface Request<T> {
    T run() throws IOException;
  }

  private <T> T call(Duration limit, Request<T> request) throws IOException {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      threads.execute(
          () -> {
            if (!answer.isDone()) {
              run(request, answer);
            }
          });
      return Waits.get(answer, limit);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new IOException(
          "the remote store does not answer within " + Durations.format(limit), e);
    } catch (RejectedExecutionException e) {
      throw new IOException("the store is closed", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause instanceof IOException refused ? refused : new IOException(cause);
    }
  }

  private static <T> void run(Request<T> request, CompletableFuture<T> answer) {
    try {
      answer.complete(request.run());
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  /** Begins something that takes as long as it takes; not after the end. */
  void begin(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException afterTheEnd) {
      Log.log(Level.DEBUG, "The store is closed");
    }
  }

  private void markAway(IOException why) {
    String reason = String.valueOf(why.getMessage());
    if (absence.compareAndSet(null, new Absence(Time.now(), reason))) {
      Log.warn("Dead letters wait in the spool, because their store does not take them", why);
    }
  }

  private void markBack() {
    if (absence.getAndSet(null) != null) {
      Log.log(Level.INFO, "The store of dead letters answers again");
    }
  }

  void close() throws IOException {
    threads.shutdown();
    store.close();
  }
}
