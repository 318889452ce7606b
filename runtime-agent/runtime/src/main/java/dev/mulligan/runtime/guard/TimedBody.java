package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt under a timeout: the body runs on another thread, and the caller leaves when the
 * limit is over. A body that goes on regardless is abandoned: until it ends it keeps its place in
 * the bulkhead and is seen in the gauge.
 *
 * <p>An interrupt of the caller is the body's, as it would be without a timeout; what the body
 * leaves of it is the caller's again.
 */
final class TimedBody implements Runnable {
  private static final Outcome LATE = new Outcome(null, null, false);

  private final Body<?> body;
  private final Carried context;
  private final @Nullable Bulkhead bulkhead;
  private final PolicyCounters counters;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /** Guards the fields below; nothing of the application runs under it. */
  private final Object lock = new Object();

  private @Nullable Thread runner;
  private boolean interruptWaits;
  private boolean ended;
  private boolean abandoned;

  /**
   * Prepares an attempt.
   *
   * @param bulkhead where a place has been taken for it, or null
   */
  TimedBody(Body<?> body, Carried context, @Nullable Bulkhead bulkhead, PolicyCounters counters) {
    this.body = body;
    this.context = context;
    this.bulkhead = bulkhead;
    this.counters = counters;
  }

  /**
   * Runs the body.
   *
   * @param nanos the limit
   * @param interrupt whether the body is interrupted when the limit is over
   * @return the outcome, or null if it did not come in time
   */
  @SuppressWarnings("ReferenceEquality") // there is only one that came late
  @Nullable Outcome await(long nanos, boolean interrupt) {
    long deadline = Time.nanoTime() + nanos;
    try {
      Workers.runBlocking(this);
    } catch (Throwable noThread) {
      // Without a thread there is no limit, but the method is called all the same.
      run();
    }
    Outcome result = outcome(deadline);
    if (result == LATE) {
      abandon(interrupt);
      return null;
    }
    if (result.interrupted()) {
      Thread.currentThread().interrupt();
    }
    return result;
  }

  private Outcome outcome(long deadline) {
    while (true) {
      try {
        return Time.await(outcome, deadline - Time.nanoTime(), LATE);
      } catch (InterruptedException passOn) {
        interruptBody();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private void interruptBody() {
    synchronized (lock) {
      if (runner != null) {
        runner.interrupt();
      } else if (!ended) {
        interruptWaits = true;
      }
    }
  }

  private void abandon(boolean interrupt) {
    synchronized (lock) {
      if (ended) {
        return;
      }
      abandoned = true;
      counters.abandoned();
      if (interrupt && runner != null) {
        runner.interrupt();
      } else {
        interruptWaits = interrupt;
      }
    }
  }

  @Override
  public void run() {
    Runnable undo = context.attach();
    begin();
    Object value = null;
    Throwable failure = null;
    try {
      value = body.call();
    } catch (Throwable thrown) {
      failure = thrown;
    }
    boolean interrupted = end();
    undo.run();
    outcome.complete(new Outcome(value, failure, interrupted));
  }

  private void begin() {
    synchronized (lock) {
      runner = Thread.currentThread();
      if (interruptWaits) {
        runner.interrupt();
      }
    }
  }

  /** Takes the thread out of reach of interrupts, and tells whether one is left. */
  private boolean end() {
    synchronized (lock) {
      runner = null;
      ended = true;
      if (abandoned) {
        counters.abandonedEnded();
      }
    }
    if (bulkhead != null) {
      bulkhead.leave();
    }
    return Thread.interrupted();
  }

  /**
   * How a body ended.
   *
   * @param value what it returned
   * @param failure what it threw, or null
   * @param interrupted whether its thread was left interrupted
   */
  record Outcome(@Nullable Object value, @Nullable Throwable failure, boolean interrupted) {}
}
