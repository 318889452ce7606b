package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.config.KnownKeys;
import dev.mulligan.runtime.event.ReplayEnded;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Calls letters of a store again. Thread-safe; each replay runs on the thread that asks for it. */
public final class Replays {
  /** How long a claim lasts that is not prolonged. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private static final String LEASE_KEY = "mulligan.replay.lease";

  private final StoreAccess access;
  private final Fitter fitter;
  private final ReplayFailures failures = new ReplayFailures();

  static {
    KnownKeys.add(LEASE_KEY);
  }

  /**
   * Creates the engine.
   *
   * @param access gives the store
   * @param fitter finds what a letter calls
   */
  public Replays(StoreAccess access, Fitter fitter) {
    this.access = access;
    this.fitter = fitter;
  }

  /**
   * Calls a letter.
   *
   * @param id which
   * @return what came of it; a letter that there is not is not replayable
   * @throws IOException if the store cannot be read or changed
   */
  public ReplayResult replay(String id) throws IOException {
    DeadLetterStore store = access.store();
    Optional<Letter> letter = store.find(id);
    return letter.isPresent()
        ? in(store).replay(letter.get(), () -> {})
        : new ReplayResult(
            id, Outcome.NOT_REPLAYABLE, new NotReplayableException("there is no letter " + id));
  }

  /**
   * Calls the letters that an order means.
   *
   * @param order which letters, and how
   * @param only if not null, just these letters, whatever the order's filter says
   * @param progress told what came of each; the work ends when it answers false
   * @param over whether to end the work; asked before each letter, and while the next one is waited
   *     for whenever the thread is unparked
   * @return all results in numbers
   * @throws IOException if the store cannot be read or changed
   */
  public ReplayReport replay(
      ReplayOrder order,
      @Nullable List<Letter> only,
      Predicate<ReplayResult> progress,
      BooleanSupplier over)
      throws IOException {
    DeadLetterStore store = access.store();
    LetterSource source =
        only == null ? LetterSource.waiting(store, order.filter()) : LetterSource.of(only);
    ReplayReport report = new ReplayRun(source, in(store), order, progress, over).run();
    if (!order.dryRun()) {
      Events.publish(
          new ReplayEnded(
              report.count(Outcome.REPLAYED),
              report.count(Outcome.FAILED),
              report.count(Outcome.NOT_REPLAYABLE),
              report.count(Outcome.TAKEN),
              report.stopped()));
    }
    return report;
  }

  /**
   * Tells why the last replay of a letter failed. That is known for the letters that this object
   * called, of many for the 1,000 that failed last, and as long as the process lives.
   *
   * @param letterId the letter
   * @return why, or null if it is not known, or the call has succeeded since
   */
  public @Nullable ReplayFailure lastFailure(String letterId) {
    return failures.last(letterId);
  }

  private LetterReplay in(DeadLetterStore store) {
    // No two replays have the same owner, on whatever machines they run.
    String owner =
        "process %d, replay %016x".formatted(ProcessHandle.current().pid(), Time.randomBits());
    return new LetterReplay(store, fitter, owner, lease(), failures);
  }

  private static Duration lease() {
    String wanted = Config.of(null).get(LEASE_KEY);
    if (wanted == null) {
      return LEASE;
    }
    try {
      Duration lease = Durations.parse(wanted);
      if (lease.compareTo(Duration.ofMillis(1)) >= 0) {
        return lease;
      }
      Log.warn(
          LEASE_KEY + " = " + wanted + ": must be 1ms or more; it is " + Durations.format(LEASE));
    } catch (IllegalArgumentException e) {
      Log.warn(
          LEASE_KEY
              + " = "
              + wanted
              + ": "
              + e.getMessage()
              + "; it is "
              + Durations.format(LEASE));
    }
    return LEASE;
  }
}
