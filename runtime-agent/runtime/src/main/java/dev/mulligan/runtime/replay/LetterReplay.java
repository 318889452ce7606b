package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.RefusedLetterException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Calls one letter again: finds what to call, claims the letter, calls, and writes down how it
 * ended. Thread-safe.
 *
 * <p>Whatever dies in between leaves a letter that waits. Before the claim nothing has happened;
 * after it, the lease runs out and somebody else calls the letter again; once the end is written
 * down, nobody can claim the letter any more.
 */
final class LetterReplay {
  private final DeadLetterStore store;
  private final Fitter fitter;
  private final String owner;
  private final Duration lease;
  private final ReplayFailures failures;

  LetterReplay(
      DeadLetterStore store, Fitter fitter, String owner, Duration lease, ReplayFailures failures) {
    this.store = store;
    this.fitter = fitter;
    this.owner = owner;
    this.lease = lease;
    this.failures = failures;
  }

  /** Only looks whether the call could be made. */
  ReplayResult tryOn(Letter letter) {
    if (letter.state() != LetterState.STORED) {
      return taken(letter);
    }
    try {
      FittedCall unused = fitter.fit(letter);
      return new ReplayResult(letter.id(), Outcome.FITS, null);
    } catch (NotReplayableException e) {
      return new ReplayResult(letter.id(), Outcome.NOT_REPLAYABLE, e);
    }
  }

  /**
   * Calls a letter.
   *
   * @param begins told just before the call is made
   * @throws IOException if the letter could not be claimed, or the end of its call not written
   *     down; of one that its store alone refuses that is the result
   */
  ReplayResult replay(Letter letter, Runnable begins) throws IOException {
    if (letter.state() != LetterState.STORED) {
      return taken(letter);
    }
    try {
      // Arguments never change: what does not fit need not be claimed.
      FittedCall call = fitter.fit(letter);
      Optional<Letter> claimed = store.claim(letter.id(), owner, lease);
      if (claimed.isEmpty()) {
        return taken(letter);
      }
      begins.run();
      return call(claimed.get(), call);
    } catch (NotReplayableException | RefusedLetterException e) {
      return new ReplayResult(letter.id(), Outcome.NOT_REPLAYABLE, e);
    }
  }

  private ReplayResult call(Letter letter, FittedCall call)
      throws IOException, NotReplayableException {
    long token = letter.status().token();
    Throwable failure;
    try (Claim claim = Claim.keep(store, letter.id(), token, lease)) {
      failure = call.make();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      failure = interrupted;
    } catch (NotReplayableException e) {
      boolean unused = store.settle(letter.id(), token, Settlement.RELEASED);
      throw e;
    }
    return settle(letter, failure, call);
  }

  private ReplayResult settle(Letter letter, @Nullable Throwable failure, FittedCall call)
      throws IOException {
    Settlement how = settlement(failure);
    if (!store.settle(letter.id(), letter.status().token(), how)) {
      return overtaken(letter, failure);
    }
    boolean succeeded = failure == null;
    if (failure == null) {
      failures.succeeded(letter.id());
    } else if (how == Settlement.FAILED) {
      failures.failed(letter.id(), call.describe(failure));
    }
    Events.publish(new Replayed(letter.id(), letter.callId(), succeeded), call.log());
    return new ReplayResult(letter.id(), succeeded ? Outcome.REPLAYED : Outcome.FAILED, failure);
  }

  /** A call that was broken off says nothing about the letter. */
  private static Settlement settlement(@Nullable Throwable failure) {
    if (failure == null) {
      return Settlement.REPLAYED;
    }
    return Thread.currentThread().isInterrupted() ? Settlement.RELEASED : Settlement.FAILED;
  }

  private static ReplayResult overtaken(Letter letter, @Nullable Throwable failure) {
    String what =
        "letter "
            + letter.id()
            + " was taken by somebody else while it was called here, because the lease was over; "
            + (failure == null ? "the call here returned" : "the call here failed");
    Log.warn("While replaying, " + what);
    return new ReplayResult(letter.id(), Outcome.TAKEN, new IllegalStateException(what, failure));
  }

  private static ReplayResult taken(Letter letter) {
    String why =
        letter.state() == LetterState.STORED
            ? "somebody else has letter " + letter.id() + ", or it does not wait any more"
            : "letter " + letter.id() + " is " + letter.state();
    return new ReplayResult(letter.id(), Outcome.TAKEN, new IllegalStateException(why));
  }
}
