package dev.mulligan.runtime.letter;

import java.util.List;

/**
 * Makes the arguments of an old letter fit the method as it is now. Called on the thread of the
 * replay; thread-safe.
 */
@FunctionalInterface
public interface Upcaster {
  /**
   * Rewrites the arguments. The letter itself stays as it was written.
   *
   * @param letter the letter
   * @return the arguments of the call that is to be made, in the order of its parameters; what it
   *     throws makes the letter not replayable, and is the reason
   */
  List<LetterArgument> upcast(Letter letter);
}
