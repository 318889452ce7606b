package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Carries out one order. Used once, by one thread. */
final class ReplayRun {
  private static final String TOLD = "it was told to stop";
  private static final String INTERRUPTED = "the thread was interrupted";

  private final LetterSource source;
  private final LetterReplay replay;
  private final ReplayOrder order;
  private final Predicate<ReplayResult> progress;
  private final BooleanSupplier over;
  private final Pace pace;
  private final Tally tally = new Tally();
  private int done;

  ReplayRun(
      LetterSource source,
      LetterReplay replay,
      ReplayOrder order,
      Predicate<ReplayResult> progress,
      BooleanSupplier over) {
    this.source = source;
    this.replay = replay;
    this.order = order;
    this.progress = progress;
    this.over = over;
    this.pace = new Pace(order.perSecond());
  }

  /** Goes on until no letter is left or there is a reason to stop. */
  ReplayReport run() throws IOException {
    String stopped = "";
    Letter next = source.next();
    while (stopped.isEmpty() && next != null) {
      stopped = await();
      if (stopped.isEmpty()) {
        stopped = turn(next);
        next = stopped.isEmpty() && !isLimitReached() ? source.next() : null;
      }
    }
    return tally.report(stopped);
  }

  private boolean isLimitReached() {
    return order.limit() > 0 && done >= order.limit();
  }

  private String await() {
    try {
      if (Thread.currentThread().isInterrupted()) {
        return INTERRUPTED;
      }
      return pace.await(over) ? "" : TOLD;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERRUPTED;
    }
  }

  private String turn(Letter letter) throws IOException {
    ReplayResult result =
        order.dryRun() ? replay.tryOn(letter) : replay.replay(letter, pace::begun);
    tally.add(result);
    // Letters that somebody else has do not count: nothing was done with them.
    done += result.outcome() == Outcome.TAKEN ? 0 : 1;
    boolean goesOn = progress.test(result);
    if (Thread.currentThread().isInterrupted()) {
      return INTERRUPTED;
    }
    if (result.outcome() == Outcome.FAILED && order.stopOnFailure()) {
      return "letter " + result.letterId() + " failed";
    }
    if (result.outcome() == Outcome.FAILED && tally.count(Outcome.REPLAYED) < order.canary()) {
      return "letter " + result.letterId() + " failed, one of the first " + order.canary();
    }
    return goesOn ? "" : TOLD;
  }
}
