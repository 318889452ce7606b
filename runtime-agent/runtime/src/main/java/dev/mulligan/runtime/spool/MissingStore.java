package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a store that is on the class path and cannot be used: everything fails with the
 * reason. Thread-safe.
 */
public class MissingStore implements DeadLetterStore {
  private final String reason;

  /**
   * Creates a stand-in.
   *
   * @param reason why the store cannot be used
   */
  public MissingStore(String reason) {
    this.reason = reason;
  }

  private IOException missing() {
    return new IOException("the store of dead letters cannot be used: " + reason);
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    throw missing();
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    throw missing();
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    throw missing();
  }

  @Override
  public LetterStats stats() throws IOException {
    throw missing();
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    throw missing();
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    throw missing();
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    throw missing();
  }

  @Override
  public boolean discard(String id) throws IOException {
    throw missing();
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    throw missing();
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
