package dev.mulligan.testkit;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A store of a process that dies: from some request on, none reaches the store any more. */
final class CrashingStore implements DeadLetterStore {
  private final DeadLetterStore store;
  private final AtomicInteger left;

  /**
   * Makes a store.
   *
   * @param left how many requests the process still makes, of all its stores together
   */
  CrashingStore(DeadLetterStore store, AtomicInteger left) {
    this.store = store;
    this.left = left;
  }

  private void live() throws IOException {
    if (left.getAndDecrement() <= 0) {
      throw new IOException("the process is dead");
    }
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    live();
    return store.append(letter, limit);
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    live();
    return store.find(id);
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    live();
    return store.list(filter, after, limit);
  }

  @Override
  public LetterStats stats() throws IOException {
    live();
    return store.stats();
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    live();
    return store.claim(id, owner, lease);
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    live();
    return store.renew(id, token, lease);
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    live();
    return store.settle(id, token, how);
  }

  @Override
  public boolean discard(String id) throws IOException {
    live();
    return store.discard(id);
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    live();
    return store.purge(filter);
  }

  @Override
  public void close() {
    // The store itself outlives the process.
  }
}
