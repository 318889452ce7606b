package dev.mulligan.runtime.spi;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where dead letters are kept. Thread-safe. */
public interface DeadLetterStore {
  /**
   * Keeps a letter.
   *
   * @param letter the letter
   * @param limit how long this may take
   * @throws IOException if the letter is not surely kept when the limit is over; when this method
   *     returns, the letter outlives a crash of the machine
   */
  void append(Letter letter, Duration limit) throws IOException;

  /**
   * Changes what became of a letter.
   *
   * @param id the letter
   * @param state its new state
   * @param replays how many replays have failed
   * @throws IOException if the change is not surely kept, or there is no such letter
   */
  void change(String id, LetterState state, int replays) throws IOException;

  /**
   * Lists letters.
   *
   * @param filter which
   * @return the letters, oldest first
   * @throws IOException if the store cannot be read
   */
  List<Letter> list(LetterFilter filter) throws IOException;

  /**
   * Finds a letter.
   *
   * @param id its identity
   * @return the letter, if there is one
   * @throws IOException if the store cannot be read
   */
  Optional<Letter> find(String id) throws IOException;
}
