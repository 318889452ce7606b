package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store of letters that does what its interface says, and forgets them with the test. */
public class LettersInMemory implements DeadLetterStore {
  private final NavigableMap<String, Letter> letters = new TreeMap<>();
  private volatile CountDownLatch renewals = new CountDownLatch(0);
  private long removed;
  private int largestPage;
  private int changes;

  /** A store that never takes a certain letter. */
  public static DeadLetterStore refusing(String id) {
    return new LettersInMemory() {
      @Override
      public Letter append(Letter letter, Duration limit) {
        if (letter.id().equals(id)) {
          throw new IllegalArgumentException("too long");
        }
        return super.append(letter, limit);
      }
    };
  }

  @Override
  public synchronized Letter append(Letter letter, Duration limit) {
    letters.putIfAbsent(letter.id(), letter);
    return letter;
  }

  @Override
  public synchronized Optional<Letter> find(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public synchronized List<Letter> list(LetterFilter filter, @Nullable String after, int limit) {
    List<Letter> page =
        (after == null ? letters : letters.tailMap(after, false))
            .values().stream().filter(filter::matches).limit(limit).toList();
    largestPage = Math.max(largestPage, page.size());
    return page;
  }

  @Override
  public synchronized LetterStats stats() {
    LetterStats.Counting counting = new LetterStats.Counting();
    letters.values().forEach(counting::add);
    return counting.stats(0, removed);
  }

  @Override
  public synchronized Optional<Letter> claim(String id, String owner, Duration lease)
      throws IOException {
    Letter letter = letters.get(id);
    if (letter == null || !letter.status().isFree(Time.now())) {
      return Optional.empty();
    }
    return Optional.of(change(letter, letter.status().claimed(owner, Time.now().plus(lease))));
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    boolean renewed = false;
    synchronized (this) {
      Letter letter = letters.get(id);
      if (isValid(letter, token)) {
        change(letter, letter.status().renewed(Time.now().plus(lease)));
        renewed = true;
      }
    }
    renewals.countDown();
    return renewed;
  }

  @Override
  public synchronized boolean settle(String id, long token, Settlement how) throws IOException {
    Letter letter = letters.get(id);
    if (!isValid(letter, token)) {
      return false;
    }
    change(letter, letter.status().settled(how));
    return true;
  }

  private static boolean isValid(@Nullable Letter letter, long token) {
    return letter != null && letter.status().isHeldWith(token);
  }

  @Override
  public synchronized boolean discard(String id) {
    Letter letter = letters.get(id);
    if (letter == null || !letter.status().isFree(Time.now())) {
      return false;
    }
    change(letter, letter.status().discarded());
    return true;
  }

  @Override
  public synchronized long purge(LetterFilter filter) {
    List<Letter> gone =
        letters.values().stream()
            .filter(letter -> filter.matches(letter) && !letter.status().isLeased(Time.now()))
            .toList();
    gone.forEach(letter -> letters.remove(letter.id()));
    removed += gone.size();
    return gone.size();
  }

  private Letter change(Letter letter, LetterStatus status) {
    Letter changed = letter.with(status);
    letters.put(letter.id(), changed);
    changes++;
    return changed;
  }

  /** How often a status was changed. */
  synchronized int changes() {
    return changes;
  }

  synchronized int largestPage() {
    return largestPage;
  }

  /** The letter's status now. */
  public synchronized LetterStatus status(String id) {
    return letters.get(id).status();
  }

  /** Does something, and waits until so many claims have been prolonged since. */
  void awaitRenewals(int count, Runnable action) throws InterruptedException {
    CountDownLatch awaited = new CountDownLatch(count);
    renewals = awaited;
    action.run();
    if (!awaited.await(20, TimeUnit.SECONDS)) {
      throw new IllegalStateException("no claim was prolonged");
    }
  }

  @Override
  public void close() {}
}
