package dev.mulligan.runtime.spi;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where dead letters are kept. Thread-safe; several processes may share one store.
 *
 * <p>Found by {@link java.util.ServiceLoader}; without one, letters are kept in the journal of the
 * folder that {@code mulligan.dir} names. The store is used from threads of its callers, and must
 * outlive their interruption: an interrupt ends a wait, keeps the thread's flag, and harms nothing
 * that others wait for.
 */
public interface DeadLetterStore extends AutoCloseable {
  /**
   * Keeps a letter. If a letter with the same identity (not empty) waits and nobody has claimed it,
   * the new one is {@linkplain Letter#joined taken into it}; otherwise it is kept as it is. A
   * letter whose id is known already is kept once, and not counted again.
   *
   * @param letter the letter
   * @param limit how long this may take
   * @return the letter as it is kept now; its id is another one if it was taken into another letter
   * @throws IOException if the letter is not surely kept when the limit is over; when this method
   *     returns, the letter outlives a crash of the process and, as far as the store promises it,
   *     of the machine
   */
  Letter append(Letter letter, Duration limit) throws IOException;

  /**
   * Finds a letter.
   *
   * @param id its identity
   * @return the letter, if there is one
   * @throws IOException if the store cannot be read
   */
  Optional<Letter> find(String id) throws IOException;

  /**
   * Lists letters.
   *
   * @param filter which
   * @param after the id of the last letter of the page before, or null for the first page; there
   *     need not be a letter with this id any more
   * @param limit how many at most, 1 or more
   * @return the letters in the order of their ids, which is oldest first
   * @throws IOException if the store cannot be read
   */
  List<Letter> list(LetterFilter filter, @Nullable String after, int limit) throws IOException;

  /**
   * Counts letters.
   *
   * @return the letters in numbers
   * @throws IOException if the store cannot be read
   */
  LetterStats stats() throws IOException;

  /**
   * Claims a letter, so that nobody else replays it meanwhile.
   *
   * @param id the letter
   * @param owner who claims it
   * @param lease how long the claim lasts unless it is renewed
   * @return the letter with its new fencing token; empty if there is no such letter, it does not
   *     wait, or somebody else's lease is not over
   * @throws IOException if the claim is not surely kept
   */
  Optional<Letter> claim(String id, String owner, Duration lease) throws IOException;

  /**
   * Prolongs a claim.
   *
   * @param id the letter
   * @param token the fencing token of the claim
   * @param lease how long it lasts from now on
   * @return false if the claim is not valid any more: it was settled, or the letter has been
   *     claimed anew; a lease that is over can be renewed as long as nobody else has claimed the
   *     letter
   * @throws IOException if it is not surely prolonged
   */
  boolean renew(String id, long token, Duration lease) throws IOException;

  /**
   * Ends a claim.
   *
   * @param id the letter
   * @param token the fencing token of the claim
   * @param how what came of the replay
   * @return false, and nothing is changed, if the claim is not valid any more, as for {@link
   *     #renew}
   * @throws IOException if the change is not surely kept
   */
  boolean settle(String id, long token, Settlement how) throws IOException;

  /**
   * Marks a letter as not needed.
   *
   * @param id the letter
   * @return false, and nothing is changed, if there is no such letter, it does not wait, or
   *     somebody holds it under a lease that is not over
   * @throws IOException if the change is not surely kept
   */
  boolean discard(String id) throws IOException;

  /**
   * Removes letters, whatever their state, but for those under a lease that is not over, so that
   * they cannot be listed or claimed again. A store may keep an archive of them. They are counted
   * as {@link LetterStats#removed()}.
   *
   * @param filter which
   * @return how many were removed
   * @throws IOException if the store cannot be changed; some letters may have been removed
   */
  long purge(LetterFilter filter) throws IOException;

  /**
   * Closes the store. What was acknowledged is kept; what comes later fails with an {@link
   * IOException}. Closing again does nothing.
   *
   * @throws IOException if something could not be closed
   */
  @Override
  void close() throws IOException;
}
