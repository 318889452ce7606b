package dev.mulligan.runtime.letter;

/** How a claim on a letter ends. */
public enum Settlement {
  /** The call returned: the letter is done. */
  REPLAYED,
  /** The call failed again: the letter waits on, and the failed replay is counted. */
  FAILED,
  /** The call was not made, or was interrupted: the letter waits on, and nothing is counted. */
  RELEASED
}
