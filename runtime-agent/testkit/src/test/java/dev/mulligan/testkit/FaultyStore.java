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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A store with faults before another one. Thread-safe. */
final class FaultyStore implements DeadLetterStore {
  /** What happens to requests. */
  enum Mood {
    /** They are answered. */
    WELL,
    /** They fail at once. */
    AWAY,
    /** Appends are carried out and fail all the same; others are answered. */
    FORGETFUL,
    /** Appends are not answered until the end of the test. */
    HANGING
  }

  private final DeadLetterStore store;
  private final AtomicInteger appends = new AtomicInteger();
  private final AtomicInteger lists = new AtomicInteger();
  private final Semaphore kept = new Semaphore(0);
  private final Semaphore purges = new Semaphore(0);
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Mood mood = Mood.WELL;
  private volatile Predicate<Letter> refused = letter -> false;

  FaultyStore(DeadLetterStore store) {
    this.store = store;
  }

  void is(Mood next) {
    mood = next;
  }

  void refuse(Predicate<Letter> which) {
    refused = which;
  }

  /** Counts the letters that were handed over, whatever became of them. */
  int appends() {
    return appends.get();
  }

  /** Counts the pages that were asked for. */
  int lists() {
    return lists.get();
  }

  /** Waits until letters were kept and acknowledged: ten real seconds at most. */
  void awaitKept(int letters) throws InterruptedException {
    if (!kept.tryAcquire(letters, 10, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + kept.availablePermits() + " of " + letters + " letters");
    }
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    appends.incrementAndGet();
    if (mood == Mood.HANGING) {
      hang();
    }
    check();
    if (refused.test(letter)) {
      throw new IOException("not this letter");
    }
    Letter result = store.append(letter, limit);
    if (mood == Mood.FORGETFUL) {
      throw new IOException("the answer was lost");
    }
    kept.release();
    return result;
  }

  /** Waits until purges were carried out: ten real seconds at most. */
  void awaitPurges(int count) throws InterruptedException {
    if (!purges.tryAcquire(count, 10, TimeUnit.SECONDS)) {
      throw new AssertionError("only " + purges.availablePermits() + " of " + count + " purges");
    }
  }

  /** Counts the purges that nobody waited for. */
  int purges() {
    return purges.availablePermits();
  }

  private void hang() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void check() throws IOException {
    if (mood == Mood.AWAY) {
      throw new IOException("the store is away");
    }
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    check();
    return store.find(id);
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    lists.incrementAndGet();
    check();
    return store.list(filter, after, limit);
  }

  @Override
  public LetterStats stats() throws IOException {
    check();
    return store.stats();
  }

  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    check();
    return store.claim(id, owner, lease);
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    check();
    return store.renew(id, token, lease);
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    check();
    return store.settle(id, token, how);
  }

  @Override
  public boolean discard(String id) throws IOException {
    check();
    return store.discard(id);
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    check();
    long removed = store.purge(filter);
    purges.release();
    return removed;
  }

  @Override
  public void close() {
    end.countDown();
  }
}
