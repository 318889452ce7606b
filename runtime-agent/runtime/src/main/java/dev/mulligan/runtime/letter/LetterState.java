package dev.mulligan.runtime.letter;

/** What became of a dead letter. */
public enum LetterState {
  /** It waits to be called again. */
  STORED,
  /** It was called again, and the call returned. */
  REPLAYED,
  /** An operator decided that it is not needed. */
  DISCARDED
}
