package dev.mulligan.runtime.guard;

import org.jspecify.annotations.Nullable;

/**
 * What bounds the wait of an attempt for leave to begin. A first one waits as long as its policies
 * say; for a further one it is a part of the wait between two attempts, and ends with that.
 *
 * @param power whether the guard is on; null for a first attempt
 */
record Patience(@Nullable Power power) {
  static final Patience OF_FIRST = new Patience(null);

  static Patience of(@Nullable Call call, FailurePath failures) {
    return call == null || call.failed() == 0 ? OF_FIRST : new Patience(failures.power());
  }

  /** Tells whether the process is ending or the guard is off, so that no call waits any more. */
  boolean isOver() {
    return power != null && Shutdown.isOver(power);
  }
}
