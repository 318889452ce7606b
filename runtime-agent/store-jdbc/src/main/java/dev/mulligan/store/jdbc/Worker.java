package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.time.Deadline;
import dev.mulligan.runtime.time.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the work of the database on threads of its own. Those of the application come with
 * interrupts, for which H2 closes its file, and they must be free again in time even if a socket
 * hangs. Thread-safe.
 */
final class Worker {
  /**
   * What is left of a wait when the waiting thread is interrupted: enough for a healthy database.
   */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration LONGEST = Duration.ofDays(1);
  private static final long IDLE_SECONDS = 60;

  private final ThreadPoolExecutor threads;

  /** Why the last work failed for want of the database, as a hint for those who wait in vain. */
  private volatile String trouble = "";

  Worker(int most) {
    AtomicInteger count = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> Threads.daemon("mulligan-store-" + count.incrementAndGet(), task));
    threads.allowCoreThreadTimeOut(true);
  }

  /** Something that is done with the database. */
  @FunctionalInterface
  interface Work<T> {
    T run(Attempt attempt) throws Exception;
  }

  /** Runs something when there is time for it, and forgets about it. */
  void begin(Runnable task) {
    threads.execute(task);
  }

  /**
   * Waits for some work.
   *
   * @param what for messages
   * @throws IOException if it failed or does not end within the limit; it is given up then, and
   *     what it has not committed is undone
   */
  <T> T call(String what, Duration limit, Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    Duration bounded = limit.compareTo(LONGEST) < 0 ? limit : LONGEST;
    Deadline deadline = Deadline.in(interrupted ? shorter(bounded, GRACE) : bounded);
    Attempt attempt = new Attempt(deadline);
    Job<T> job = new Job<>(attempt, work, new CompletableFuture<>());
    submit(job);
    try {
      while (true) {
        try {
          return job.result.get(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
          deadline = deadline.atMost(GRACE);
        }
      }
    } catch (TimeoutException e) {
      throw tooLate(what, interrupted, limit, attempt);
    } catch (ExecutionException e) {
      throw failed(what, Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      attempt.giveUp();
      threads.remove(job);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void submit(Job<?> job) throws IOException {
    try {
      threads.execute(job);
    } catch (RejectedExecutionException e) {
      throw new StoreException("the store is closed", e);
    }
  }

  private IOException tooLate(String what, boolean interrupted, Duration limit, Attempt attempt) {
    String reason = attempt.trouble().isEmpty() ? trouble : attempt.trouble();
    String hint = reason.isEmpty() ? "" : "; the last failure: " + reason;
    return interrupted
        ? new InterruptedIOException(what + ": interrupted while waiting for the database" + hint)
        : new IOException(
            what + ": the database did not answer within " + Durations.format(limit) + hint);
  }

  private IOException failed(String what, Throwable cause) {
    return new IOException(what + ": " + Failures.reason(cause), cause);
  }

  /**
   * Ends the threads when what is waited for is done.
   *
   * @return false if some work hangs
   */
  boolean close(Duration limit) {
    threads.shutdown();
    boolean interrupted = Thread.interrupted();
    Deadline deadline = Deadline.in(limit);
    try {
      while (true) {
        try {
          return threads.awaitTermination(deadline.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private final class Job<T> implements Runnable {
    private final Attempt attempt;
    private final Work<T> work;
    private final CompletableFuture<T> result;

    Job(Attempt attempt, Work<T> work, CompletableFuture<T> result) {
      this.attempt = attempt;
      this.work = work;
      this.result = result;
    }

    @Override
    public void run() {
      if (attempt.isGivenUp()) {
        return;
      }
      try {
        result.complete(work.run(attempt));
        trouble = "";
      } catch (Throwable e) {
        trouble = Failures.reason(e);
        result.completeExceptionally(e);
      }
    }
  }
}
