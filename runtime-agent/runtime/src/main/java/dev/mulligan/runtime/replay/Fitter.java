package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.letter.Letter;

/** Finds what a letter calls. Thread-safe. */
@FunctionalInterface
public interface Fitter {
  /**
   * Finds method, receiver and arguments of a letter, and calls nothing.
   *
   * @param letter the letter
   * @return the call that can be made
   * @throws NotReplayableException if one of them is missing or does not fit; says which, and why
   */
  FittedCall fit(Letter letter) throws NotReplayableException;
}
