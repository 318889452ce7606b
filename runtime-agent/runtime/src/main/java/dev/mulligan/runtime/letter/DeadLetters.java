package dev.mulligan.runtime.letter;

import java.util.List;
import java.util.Optional;

/** The dead letters of this process. Thread-safe. */
public interface DeadLetters {
  /**
   * Lists letters.
   *
   * @param filter which
   * @return the letters, oldest first
   */
  List<Letter> list(LetterFilter filter);

  /**
   * Finds a letter.
   *
   * @param id its identity
   * @return the letter, if there is one
   */
  Optional<Letter> find(String id);

  /**
   * Counts letters.
   *
   * @return all of them in numbers
   */
  LetterStats stats();

  /**
   * Calls a kept call again, through the same policies, on this thread. The receiver comes from a
   * {@link dev.mulligan.runtime.spi.TargetResolver}; else it is the last live object on which the
   * call failed. If the call fails again, the letter waits on and no second letter is written.
   *
   * @param id the letter
   * @return what came of it; a letter that is no longer waiting is not replayable
   */
  ReplayResult replay(String id);

  /**
   * Calls kept calls again, one after another.
   *
   * @param filter which; only waiting letters are called
   * @return what came of each, oldest first
   */
  List<ReplayResult> replay(LetterFilter filter);

  /**
   * Marks a letter as not needed.
   *
   * @param id the letter
   * @throws IllegalArgumentException if there is no such letter
   */
  void discard(String id);
}
