package dev.mulligan.runtime.letter;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of this process. Thread-safe. Each method throws an {@link
 * java.io.UncheckedIOException} if the store cannot be read or changed.
 */
public interface DeadLetters {
  /**
   * Lists all letters that a filter means. They are in memory together: of many, take pages.
   *
   * @param filter which
   * @return the letters, oldest first
   */
  List<Letter> list(LetterFilter filter);

  /**
   * Lists a page of letters.
   *
   * @param filter which
   * @param after the id of the last letter of the page before, or null for the first page
   * @param limit how many at most, 1 or more
   * @return the letters, oldest first
   * @throws IllegalArgumentException if the limit is less than 1
   */
  List<Letter> list(LetterFilter filter, @Nullable String after, int limit);

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
   * Calls a kept call again, through the same policies, on this thread. The letter is claimed
   * meanwhile, so that nobody else who uses the same store replays it. The receiver comes from a
   * {@link dev.mulligan.runtime.spi.TargetResolver}; else it is the last live object on which the
   * call failed; else, if {@code mulligan.replay.construct = true}, a new object from the
   * constructor without arguments. If the call fails again, the letter waits on and no second
   * letter is written.
   *
   * @param id the letter
   * @return what came of it; {@code NOT_REPLAYABLE} if there is no such letter
   */
  ReplayResult replay(String id);

  /**
   * Calls kept calls again, one after another. The results are in memory together: of many letters,
   * give an order.
   *
   * @param filter which; only waiting letters are called
   * @return what came of each, oldest first
   */
  List<ReplayResult> replay(LetterFilter filter);

  /**
   * Calls kept calls again, one after another on this thread, as carefully as is ordered.
   *
   * @param order which letters, and how
   * @param progress told what came of each letter, oldest first; the work ends when it answers
   *     false, or when the thread is interrupted, whose flag stays set. What it throws ends the
   *     work and is thrown
   * @return all results in numbers
   */
  ReplayReport replay(ReplayOrder order, Predicate<ReplayResult> progress);

  /**
   * Lets the letters of a call that is no more be replayed by another one, or with other arguments.
   *
   * @param oldCallId the identity of the method in the letters
   * @param newCallId the identity of the method that is called instead; may be the same
   * @param upcaster makes the arguments fit; takes the place of an earlier one for the same old
   *     call
   * @throws IllegalArgumentException if an identity is blank
   */
  void upcast(String oldCallId, String newCallId, Upcaster upcaster);

  /**
   * Marks a letter as not needed.
   *
   * @param id the letter
   * @throws IllegalArgumentException if there is no such letter
   * @throws IllegalStateException if it does not wait any more, or somebody replays it just now
   */
  void discard(String id);

  /**
   * Removes letters from the store, whatever their state, but for those that somebody replays just
   * now. They cannot be listed or replayed again. The journal still keeps them in its archive,
   * until that is larger than {@code mulligan.journal.maxArchive}; who wants them gone deletes its
   * files, {@code *.archive.gz}.
   *
   * @param filter which
   * @return how many were removed
   */
  long purge(LetterFilter filter);
}
