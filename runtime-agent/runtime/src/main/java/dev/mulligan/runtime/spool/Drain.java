package dev.mulligan.runtime.spool;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Moves letters from the spool into the remote store, on a single thread, as soon as that answers.
 *
 * <p>A letter is taken, appended, and only then settled in the spool. Whoever dies in between
 * leaves a letter that is appended again, and the remote store knows its id. Thread-safe.
 */
final class Drain {
  static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** How long the remote store may take for a letter that nobody waits for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int PAGE = 100;

  private final Remote remote;
  private final Local local;
  private final Refusals refusals = new Refusals();
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final AtomicBoolean planned = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> Threads.daemon("mulligan-spool", task));
  private volatile Duration wait = FIRST_WAIT;
  private volatile boolean closed;

  Drain(Remote remote, Local local) {
    this.remote = remote;
    this.local = local;
  }

  /** Drains the spool soon. */
  void now() {
    if (!closed && planned.compareAndSet(false, true)) {
      begin();
    }
  }

  /** Drains the spool after a while, which doubles each time, up to 30 s. */
  private void later() {
    if (!closed && planned.compareAndSet(false, true)) {
      Duration present = wait;
      Duration doubled = present.multipliedBy(2);
      wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
      // An alarm, because a sleep would move a test's clock.
      var unused = Time.alarm(present.toNanos(), this::begin);
    }
  }

  private void begin() {
    try {
      thread.execute(this::run);
    } catch (RejectedExecutionException afterTheEnd) {
      planned.set(false);
    }
  }

  private void run() {
    boolean done = false;
    try {
      done = closed || moveAll();
    } catch (IOException | RuntimeException e) {
      Log.warn("The spool of dead letters cannot be read", e);
    }
    // Until here whoever appends relies on this run; a letter may have come too late for it.
    planned.set(false);
    if (!done) {
      later();
      return;
    }
    wait = FIRST_WAIT;
    if (hasMore()) {
      now();
    }
  }

  private boolean hasMore() {
    try {
      return !closed && !page(null).isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** What came of a letter's turn. */
  enum Turn {
    /** It is in the spool no longer. */
    GONE,
    /** Another process has it under way, or had when it died. */
    HELD,
    /** The remote store answers, and does not take it. */
    REFUSED,
    /** The remote store does not answer. */
    AWAY
  }

  /**
   * Moves all letters that can be moved now.
   *
   * @return false if the remote store is away or does not take some letter, or another process has
   *     one under way
   * @throws IOException if the spool cannot be read or changed
   */
  boolean moveAll() throws IOException {
    if (isAway()) {
      return false;
    }
    // A process may have died after it had moved some.
    local.sweep();
    boolean all = true;
    List<Letter> page = page(null);
    while (!page.isEmpty() && !closed) {
      for (Letter letter : page) {
        // Whoever put the letter here may have found out since that nobody answers.
        Turn turn = isAway() ? Turn.AWAY : move(letter.id());
        if (turn == Turn.AWAY) {
          return false;
        }
        all &= turn == Turn.GONE;
      }
      local.sweep();
      page = page(page.get(page.size() - 1).id());
    }
    return all;
  }

  private boolean isAway() {
    return remote.absence() != null && !remote.answers(PATIENCE);
  }

  private List<Letter> page(@Nullable String after) throws IOException {
    return local.list(LetterFilter.waiting(), after, PAGE);
  }

  /**
   * Moves a letter that somebody asks for, and all others with it, because some may be further
   * failures of the same call.
   *
   * @throws IOException if the spool cannot be read or changed
   */
  Turn bring(String id) throws IOException {
    // What was refused is tried alone, or who asks for many of them would try all each time.
    if (refusals.reason(id) == null) {
      boolean unused = moveAll();
      if (!local.waits(id)) {
        return Turn.GONE;
      }
      if (remote.absence() != null) {
        return Turn.AWAY;
      }
      if (refusals.reason(id) != null) {
        return Turn.REFUSED;
      }
    }
    return move(id);
  }

  /** Tells what the remote store said when it refused a letter the last time. */
  String refusal(String id) {
    return Objects.requireNonNullElse(refusals.reason(id), "it does not say why");
  }

  private Turn move(String id) throws IOException {
    oneAtATime.lock();
    try {
      Optional<Local.Move> taken = local.take(id);
      if (taken.isPresent()) {
        return move(taken.get());
      }
      return local.waits(id) ? Turn.HELD : Turn.GONE;
    } finally {
      oneAtATime.unlock();
    }
  }

  private Turn move(Local.Move taken) throws IOException {
    Turn turn = Turn.AWAY;
    try {
      turn = offer(taken.letter());
    } finally {
      // Whatever was thrown, such as that there is no more thread: nobody holds the letter now.
      local.end(taken, turn == Turn.GONE);
    }
    return turn;
  }

  private Turn offer(Letter letter) {
    try {
      Letter unused = remote.offer(letter, PATIENCE);
      refusals.remove(letter.id());
      return Turn.GONE;
    } catch (IOException why) {
      return refused(letter.id(), why);
    }
  }

  /** Finds out whether it is the letter that is refused, or all of them. */
  private Turn refused(String id, IOException why) {
    try {
      if (remote.find(id, PATIENCE).isPresent()) {
        // It was kept, and only the answer was lost.
        refusals.remove(id);
        return Turn.GONE;
      }
    } catch (IOException away) {
      Log.warn("Letter " + id + " stays in the spool", why);
      return Turn.AWAY;
    }
    if (refusals.add(id, String.valueOf(why.getMessage()))) {
      Log.warn("Letter " + id + " stays in the spool, because its store refuses it", why);
    }
    return Turn.REFUSED;
  }

  /** What is done while no letter moves. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Does something while no letter moves. */
  <T> T still(Work<T> work) throws IOException {
    oneAtATime.lock();
    try {
      return work.run();
    } finally {
      oneAtATime.unlock();
    }
  }

  void close() {
    closed = true;
    thread.shutdown();
  }
}
