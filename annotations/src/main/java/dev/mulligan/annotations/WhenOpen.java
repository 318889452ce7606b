package dev.mulligan.annotations;

/** What a {@link DeadLetter} policy does with a call that was refused rather than tried. */
public enum WhenOpen {
  /**
   * The refusal is thrown to the caller and no letter is kept: an outage does not flood the store.
   */
  REJECT,
  /** The refused call is kept as a letter, to be replayed when the other side is back. */
  KEEP
}
