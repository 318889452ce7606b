package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.time.Deadline;

/** Some work that somebody waits for, but not for ever. Thread-safe. */
final class Attempt {
  private final Deadline deadline;
  private volatile boolean givenUp;
  private volatile String trouble = "";

  Attempt(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Nobody waits any more. */
  void giveUp() {
    givenUp = true;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  /** How long somebody still waits: 1 at least, because 0 means forever to drivers. */
  int millisLeft() {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, deadline.millisLeft()));
  }

  /** Keeps in mind why the work has to begin again. */
  void note(Throwable failure) {
    trouble = Failures.reason(failure);
  }

  /** Why the work began again last, or an empty text. */
  String trouble() {
    return trouble;
  }

  boolean isOver() {
    return givenUp || deadline.millisLeft() == 0;
  }
}
