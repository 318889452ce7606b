package dev.mulligan.runtime.letter;

/** Why a call became a dead letter. */
public enum LetterReason {
  /** All attempts failed, or the failure was not worth another one. */
  FAILED,
  /** A policy refused the call before its first attempt. */
  REFUSED,
  /** The thread was interrupted while it waited for the next attempt. */
  INTERRUPTED,
  /** The process was ending while the call waited for its next attempt. */
  SHUTDOWN,
  /** The same arguments have failed again and again, so that no further attempt was made. */
  POISON
}
