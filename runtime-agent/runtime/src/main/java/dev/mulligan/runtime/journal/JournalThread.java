package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Callers hand over a step and wait for a ticket; whatever has gathered
 * while the disk was busy is written together and forced once, and only then acknowledged.
 *
 * <p>A thread of its own, because an interrupt during file access closes a channel for everyone.
 */
final class JournalThread {
  private static final int MOST_AT_ONCE = 4_096;

  /** Beyond this the disk is not slow but gone, and memory must not follow it. */
  private static final long MOST_WAITING = 32L << 20;

  /** How often a lock that another process holds is tried. */
  private static final long LOCK_PAUSE_MILLIS = 2;

  /** Then letters are kept without it: half a second. */
  private static final int MOST_PAUSES = 250;

  private static final Duration HOUSEKEEPING = Duration.ofHours(1);

  private final JournalCore core;
  private final boolean keepsHouse;
  private final BlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private @Nullable Thread thread;
  private boolean closed;
  private int pauses;
  private List<Task<?>> postponed = List.of();
  private @Nullable Instant tidied;
  private @Nullable String lastSegment;

  /**
   * Prepares the thread.
   *
   * @param core the journal
   * @param keepsHouse whether it also expires and compacts
   */
  JournalThread(JournalCore core, boolean keepsHouse) {
    this.core = core;
    this.keepsHouse = keepsHouse;
  }

  /**
   * Asks for a step to be carried out.
   *
   * @return completed then; cancelled by a caller who stops waiting
   */
  <T> CompletableFuture<T> submit(Step<T> step, int size) {
    Task<T> task = new Task<>(step, size);
    if (waiting.addAndGet(size) > MOST_WAITING) {
      waiting.addAndGet(-size);
      return CompletableFuture.failedFuture(
          new IOException("more than " + MOST_WAITING + " characters wait to be written"));
    }
    synchronized (this) {
      if (closed) {
        waiting.addAndGet(-size);
        return CompletableFuture.failedFuture(new IOException("the journal is closed"));
      }
      try {
        startOnce();
      } catch (Error noThread) {
        waiting.addAndGet(-size);
        return CompletableFuture.failedFuture(noThread);
      }
      queue.add(task);
    }
    return task.done();
  }

  private void startOnce() {
    if (thread == null) {
      Thread writer = Threads.daemon("mulligan-journal", this::loop);
      writer.start();
      thread = writer;
    }
  }

  /** Ends the thread when all that was handed over is done. */
  CompletableFuture<Boolean> close() {
    synchronized (this) {
      closed = true;
      if (thread == null) {
        end();
      } else {
        // Wakes it.
        queue.add(new Task<>(new RefreshStep(), 0));
      }
    }
    return ended;
  }

  private void loop() {
    while (!isOver()) {
      try {
        step();
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread, and it must outlive those who try.
        Log.warn("The journal's thread was interrupted and goes on");
      } catch (Throwable e) {
        Log.warn("The journal's thread failed and goes on", e);
      }
    }
    end();
  }

  private synchronized boolean isOver() {
    return closed && queue.isEmpty() && postponed.isEmpty();
  }

  private void end() {
    core.close();
    ended.complete(true);
  }

  private void step() throws InterruptedException {
    List<Task<?>> batch = new ArrayList<>(postponed);
    postponed = List.of();
    Task<?> first =
        batch.isEmpty() ? queue.take() : queue.poll(LOCK_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      queue.drainTo(batch, MOST_AT_ONCE);
    }
    boolean insists = pauses >= MOST_PAUSES;
    List<Task<?>> left = List.of();
    try {
      left = core.run(batch, insists);
    } finally {
      postponed = JournalCore.unfinished(left);
      pauses = postponed.isEmpty() || insists ? 0 : pauses + 1;
      waiting.addAndGet(-sizes(batch) + sizes(postponed));
      failWhatIsLeft(batch);
    }
    tidyUp();
  }

  /** Nobody is to wait for what an error has kept from being done. */
  private void failWhatIsLeft(List<Task<?>> batch) {
    for (Task<?> task : batch) {
      if (!task.done().isDone() && !postponed.contains(task)) {
        task.done().completeExceptionally(new IOException("the journal's thread failed"));
      }
    }
  }

  private static long sizes(List<Task<?>> tasks) {
    long sum = 0;
    for (Task<?> task : tasks) {
      sum += task.size();
    }
    return sum;
  }

  /** When a segment was closed, and from time to time. */
  private void tidyUp() {
    String segment = core.ownSegment();
    Instant now = Time.now();
    boolean due = tidied == null || now.isAfter(tidied.plus(HOUSEKEEPING));
    // Who only looks, such as an operator's command, leaves the house as it is.
    boolean writes = segment != null && keepsHouse;
    if (writes && (due || (lastSegment != null && !lastSegment.equals(segment)))) {
      tidied = core.keepHouse() ? null : now;
    }
    lastSegment = segment;
  }
}
