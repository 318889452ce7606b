package dev.mulligan.runtime.admin.letters;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.log.Text;
import dev.mulligan.runtime.replay.Replays;
import dev.mulligan.runtime.replay.Tally;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Time;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A replay on a thread of its own, which an operator watches and may stop. Thread-safe. */
final class ReplayJob {
  private final int number;
  private final Replays replays;
  private final ReplayOrder order;
  private final @Nullable List<Letter> only;
  private final @Nullable Long expected;
  private final Instant began = Time.now();
  private final Tally tally = new Tally();
  private final Thread thread;
  private volatile boolean told;
  private volatile @Nullable End end;

  /**
   * Prepares a job.
   *
   * @param only just these letters, or null for those that the order's filter means
   * @param expected how many letters there are to do, or null if nobody knows
   */
  ReplayJob(
      int number,
      Replays replays,
      ReplayOrder order,
      @Nullable List<Letter> only,
      @Nullable Long expected) {
    this.number = number;
    this.replays = replays;
    this.order = order;
    this.only = only;
    this.expected = expected;
    this.thread = Threads.daemon("mulligan-replay-" + number, this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      ReplayReport report = replays.replay(order, only, this::note, () -> told);
      end = new End(Time.now(), report.stopped(), null);
    } catch (Throwable broken) {
      // Nobody but the operator is there to be told.
      end = new End(Time.now(), "", Text.summary(broken));
    }
  }

  private boolean note(ReplayResult result) {
    tally.add(result);
    return !told;
  }

  /** Lets the call that is under way end, and then no other begin. */
  void stop() {
    told = true;
    LockSupport.unpark(thread);
  }

  boolean isOver() {
    return end != null;
  }

  int number() {
    return number;
  }

  Map<String, @Nullable Object> describe() {
    // Read first: once it has ended, all results are in.
    End ended = end;
    ReplayReport report = tally.report("");
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("job", number);
    entry.put("state", ended == null ? (told ? "stopping" : "running") : "ended");
    entry.put("dryRun", order.dryRun());
    entry.put("expected", expected);
    entry.put("done", report.total());
    for (Outcome outcome : Outcome.values()) {
      entry.put(name(outcome), report.count(outcome));
    }
    entry.put("problems", report.problems().stream().map(this::problem).toList());
    entry.put("began", began);
    if (ended != null) {
      entry.put("ended", ended.at());
      entry.put("stopped", ended.stopped());
      entry.put("error", ended.error());
    }
    return entry;
  }

  private Map<String, @Nullable Object> problem(ReplayResult result) {
    return LetterEntries.of(result, replays.lastFailure(result.letterId()));
  }

  /** {@code NOT_REPLAYABLE} is {@code notReplayable}. */
  private static String name(Outcome outcome) {
    return outcome == Outcome.NOT_REPLAYABLE
        ? "notReplayable"
        : outcome.name().toLowerCase(Locale.ROOT);
  }

  /**
   * How a job ended.
   *
   * @param at when
   * @param stopped why it ended before all letters had their turn, or empty
   * @param error what went wrong, or null
   */
  private record End(Instant at, String stopped, @Nullable String error) {}
}
