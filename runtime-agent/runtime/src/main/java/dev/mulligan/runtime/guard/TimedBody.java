package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.bulkhead.Bulkhead;
import dev.mulligan.runtime.count.PolicyCounters;
import dev.mulligan.runtime.log.Log;
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

  /** Whether the caller was interrupted, and whether that came too late for the body. */
  private boolean interrupted;

  private boolean interruptIsLeft;

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
   * @param deadline when the limit is over
   * @param interrupt whether the body is interrupted when the limit is over
   * @return the outcome, or null if it did not come in time
   */
  @SuppressWarnings("ReferenceEquality") // there is only one that came late
  @Nullable Outcome await(long deadline, boolean interrupt) {
    try {
      Workers.runBlocking(this);
    } catch (Throwable noThread) {
      // Without a thread there is no limit, but the method is called all the same.
      run();
    }
    Outcome result = outcome(deadline);
    boolean late = result == LATE;
    if (late) {
      abandonQuietly(interrupt);
    }
    if (result.interrupted() || (late ? interrupted : interruptIsLeft)) {
      Thread.currentThread().interrupt();
    }
    return late ? null : result;
  }

  private Outcome outcome(long deadline) {
    boolean limited = true;
    while (true) {
      try {
        return limited ? Time.awaitUntil(outcome, deadline, LATE) : outcome.get();
      } catch (InterruptedException passOn) {
        interrupted = true;
        interruptIsLeft |= !interruptBody();
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      } catch (Throwable noAlarm) {
        Log.warn("An attempt has no limit", noAlarm);
        limited = false;
      }
    }
  }

  /** Passes an interrupt on; false if the body has ended already. */
  private boolean interruptBody() {
    synchronized (lock) {
      if (runner != null) {
        runner.interrupt();
      } else {
        interruptWaits = true;
      }
      return !ended;
    }
  }

  private void abandonQuietly(boolean interrupt) {
    try {
      abandon(interrupt);
    } catch (Throwable broken) {
      Log.warn("An attempt is not known to be abandoned", broken);
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
    Object value = null;
    Throwable failure = null;
    boolean left = false;
    Runnable undo = attach();
    boolean begins = begins();
    try {
      value = begins ? body.call() : null;
    } catch (Throwable thrown) {
      failure = thrown;
    }
    try {
      left = end();
    } catch (Throwable broken) {
      Log.warn("An attempt is not known to have ended", broken);
    }
    leave();
    try {
      undo.run();
    } catch (Throwable broken) {
      Log.warn("A context cannot be taken back", broken);
    } finally {
      outcome.complete(new Outcome(value, failure, left));
    }
  }

  private Runnable attach() {
    try {
      return context.attach();
    } catch (Throwable broken) {
      return () -> {};
    }
  }

  private boolean begins() {
    try {
      return begin();
    } catch (Throwable broken) {
      return true;
    }
  }

  /** What failed once is tried once more: a place that is lost is lost for ever. */
  private void leave() {
    if (bulkhead != null && !left(bulkhead)) {
      left(bulkhead);
    }
  }

  private static boolean left(Bulkhead bulkhead) {
    try {
      bulkhead.leave();
      return true;
    } catch (Throwable broken) {
      Log.warn("A place in a bulkhead is not given back", broken);
      return false;
    }
  }

  /** A body whose time is over before it has begun does not begin: nobody waits for it. */
  private boolean begin() {
    synchronized (lock) {
      if (abandoned) {
        return false;
      }
      runner = Thread.currentThread();
      if (interruptWaits) {
        runner.interrupt();
      }
      return true;
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
