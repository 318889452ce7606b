package dev.mulligan.runtime.journal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A step on its way through the journal's thread.
 *
 * @param step the step
 * @param size about how many characters it holds in memory
 * @param done completed when what it writes is durable; cancelled by a caller who stops waiting
 * @param <T> what comes of it
 */
record Task<T>(Step<T> step, int size, CompletableFuture<T> done) {
  Task(Step<T> step, int size) {
    this(step, size, new CompletableFuture<>());
  }

  /** Decides, and is ready to be written; or is done already. */
  Prepared<T> prepare(JournalCore core) {
    try {
      return new Prepared<>(this, step.decide(core));
    } catch (Throwable e) {
      done.completeExceptionally(e);
      return new Prepared<>(this, null);
    }
  }

  /**
   * A step that is decided.
   *
   * @param task whose
   * @param decision what is written, or null if that could not be decided
   * @param <T> what comes of it
   */
  record Prepared<T>(Task<T> task, Step.@Nullable Decision<T> decision) {
    List<Step.Line> lines() {
      return decision == null ? List.of() : decision.lines();
    }

    void complete() {
      if (decision != null) {
        task.done.complete(decision.result());
      }
    }

    void fail(Throwable why) {
      task.done.completeExceptionally(why);
    }
  }
}
