package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.Drain.Turn;
import dev.mulligan.runtime.time.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A remote store with a local one that stands in for it. Thread-safe.
 *
 * <p>A letter that the remote store does not take within half the limit goes to the spool, and is
 * acknowledged. While the remote store is known to be away letters go there at once; a single
 * thread looks after it a second later, then less and less often down to every half minute, and
 * moves the letters as soon as it answers. No letter is lost or doubled by that, whenever the
 * process dies: the remote store knows an id again.
 *
 * <p>Once an hour, letters whose retention is over are removed from the remote store.
 *
 * <p>{@link #find}, {@link #list} and {@link #stats} show both. A letter in the spool cannot be
 * claimed, discarded or purged before it has been moved, because it may be in the remote store as
 * well, where another process sees it; whoever tries moves it first. One that the remote store
 * refuses, while it answers, cannot be claimed; it is discarded and purged in the spool.
 */
public final class SpoolingStore implements DeadLetterStore {
  private static final int PAGE = 100;

  /** Others may go on appending. */
  private static final int MOST_LOOKS = 5;

  private final Remote remote;
  private final Local local;
  private final Drain drain;
  private final Retention retention;
  private volatile boolean closed;

  /**
   * Puts a spool before a store. What the spool holds already is moved as soon as possible.
   *
   * @param remote where letters are to be; closed with this store
   * @param local where they wait meanwhile; used for nothing else, and closed with this store. It
   *     must not count what is {@link LetterState#REPLAYED}, which here is moved, as removed when
   *     that is purged, or {@link #stats} counts it twice
   */
  public SpoolingStore(DeadLetterStore remote, DeadLetterStore local) {
    this.remote = new Remote(remote);
    this.local = new Local(local);
    this.drain = new Drain(this.remote, this.local);
    this.retention = new Retention(this.remote);
    drain.now();
    retention.start();
  }

  /**
   * Tells what waits for the remote store. It is not asked.
   *
   * @return how many letters, and since when
   * @throws IOException if the spool cannot be read
   */
  public Spooled spooled() throws IOException {
    LetterStats stats = local.stats();
    Remote.Absence absence = remote.absence();
    return absence == null
        ? new Spooled(stats.waiting(), stats.oldest(), null, null)
        : new Spooled(stats.waiting(), stats.oldest(), absence.since(), absence.reason());
  }

  @Override
  public Letter append(Letter letter, Duration limit) throws IOException {
    if (closed) {
      throw new IOException("the store is closed");
    }
    if (remote.absence() != null) {
      return spool(letter, limit, null);
    }
    Deadline deadline = Deadline.in(limit);
    try {
      return remote.append(letter, limit.dividedBy(2));
    } catch (IOException refused) {
      return spool(letter, Duration.ofMillis(deadline.millisLeft()), refused);
    }
  }

  private Letter spool(Letter letter, Duration limit, @Nullable IOException why)
      throws IOException {
    try {
      local.append(letter, limit);
      return letter;
    } catch (IOException e) {
      if (why != null) {
        e.addSuppressed(why);
      }
      throw e;
    } finally {
      drain.now();
    }
  }

  @Override
  public Optional<Letter> find(String id) throws IOException {
    // The spool first: a letter that is moved meanwhile is then found in the remote store.
    Optional<Letter> waiting = local.find(id);
    try {
      Optional<Letter> kept = remote.store().find(id);
      return kept.isPresent() ? kept : waiting;
    } catch (IOException away) {
      if (waiting.isPresent()) {
        return waiting;
      }
      throw away;
    }
  }

  @Override
  public List<Letter> list(LetterFilter filter, @Nullable String after, int limit)
      throws IOException {
    TreeMap<String, Letter> both = new TreeMap<>();
    // The spool first: a letter that is moved meanwhile is then found in the remote store.
    local.list(filter, after, limit).forEach(letter -> both.put(letter.id(), letter));
    remote.store().list(filter, after, limit).forEach(letter -> both.put(letter.id(), letter));
    List<Letter> page = new ArrayList<>(both.values());
    return List.copyOf(page.subList(0, Math.min(limit, page.size())));
  }

  @Override
  public LetterStats stats() throws IOException {
    return drain.still(this::sum);
  }

  private LetterStats sum() throws IOException {
    LetterStats before = local.stats();
    while (true) {
      LetterStats sum = sum(before);
      LetterStats after = local.stats();
      if (after.removed() == before.removed()) {
        return sum;
      }
      // What the spool has removed meanwhile would count twice, or not at all.
      before = after;
    }
  }

  private LetterStats sum(LetterStats spool) throws IOException {
    LetterStats kept = remote.store().stats();
    LetterStats here = onlyHere(spool);
    for (int i = 0; i < MOST_LOOKS && spool.total() > 0; i++) {
      LetterStats after = remote.store().stats();
      if (after.received() == kept.received()) {
        break;
      }
      // An append that nobody waits for any more may have brought a letter of the spool.
      kept = after;
      here = onlyHere(spool);
    }
    return Sum.of(kept, here);
  }

  private LetterStats onlyHere(LetterStats spool) throws IOException {
    LetterStats.Counting counting = new LetterStats.Counting();
    long joined = spool.joined();
    List<Letter> page = local.everything(null, PAGE);
    while (!page.isEmpty()) {
      for (Letter letter : page) {
        if (isOnlyHere(letter)) {
          counting.add(letter);
        } else {
          joined -= letter.status().count() - 1;
        }
      }
      page = local.everything(page.get(page.size() - 1).id(), PAGE);
    }
    return counting.stats(joined, spool.removed());
  }

  /** The remote store may have a letter of the spool already. */
  private boolean isOnlyHere(Letter letter) throws IOException {
    return letter.state() != LetterState.REPLAYED && remote.store().find(letter.id()).isEmpty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws RefusedLetterException if the letter waits in the spool, because the remote store
   *     answers and does not take it
   */
  @Override
  public Optional<Letter> claim(String id, String owner, Duration lease) throws IOException {
    Turn turn = moveFirst(id);
    if (turn == Turn.REFUSED) {
      throw new RefusedLetterException(id, drain.refusal(id));
    }
    return turn == Turn.GONE ? remote.store().claim(id, owner, lease) : Optional.empty();
  }

  @Override
  public boolean renew(String id, long token, Duration lease) throws IOException {
    return remote.store().renew(id, token, lease);
  }

  @Override
  public boolean settle(String id, long token, Settlement how) throws IOException {
    return remote.store().settle(id, token, how);
  }

  @Override
  public boolean discard(String id) throws IOException {
    return switch (moveFirst(id)) {
      case GONE -> remote.store().discard(id);
      case REFUSED -> drain.still(() -> local.discard(id));
      case HELD, AWAY -> false;
    };
  }

  @Override
  public long purge(LetterFilter filter) throws IOException {
    long refused = 0;
    if (!local.list(filter, null, 1).isEmpty()) {
      boolean unused = drain.moveAll();
      if (remote.absence() == null) {
        refused = drain.still(() -> local.purge(filter));
      }
    }
    return refused + remote.store().purge(filter);
  }

  /**
   * Moves a letter if it waits in the spool.
   *
   * @throws IOException if the remote store does not answer
   */
  private Turn moveFirst(String id) throws IOException {
    Turn turn = local.waits(id) ? drain.bring(id) : Turn.GONE;
    if (turn == Turn.AWAY) {
      throw new IOException("letter " + id + " waits in the spool for its store to answer");
    }
    return turn;
  }

  /** Closes both stores. What is in the spool stays there. */
  @Override
  public void close() throws IOException {
    closed = true;
    retention.close();
    drain.close();
    try {
      remote.close();
    } finally {
      local.close();
    }
  }
}
