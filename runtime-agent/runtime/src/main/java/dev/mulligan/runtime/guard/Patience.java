package dev.mulligan.runtime.guard;

import org.jspecify.annotations.Nullable;

/**
 * What bounds the wait of an attempt for leave to begin. A first one waits as long as its policies
 * say; for a further one it is a part of the wait between two attempts, and ends with that.
 *
 * @param failures knows the time of the whole call, and whether the guard is on; null for a first
 *     attempt
 * @param start when the call began
 */
record Patience(@Nullable FailurePath failures, long start) {
  static final Patience OF_FIRST = new Patience(null, 0);

  static Patience of(@Nullable Call call, FailurePath failures) {
    return call == null || call.failed() == 0 ? OF_FIRST : new Patience(failures, call.start());
  }

  /** Tells whether the process is ending or the guard is off, so that no call waits any more. */
  boolean isOver() {
    return failures != null && Shutdown.isOver(failures.power());
  }

  /** How long the attempt may wait at most, in nanoseconds. */
  long left() {
    return failures == null ? Long.MAX_VALUE : Math.max(0, failures.judgement().left(start));
  }
}
