package dev.mulligan.runtime.bulkhead;

import dev.mulligan.runtime.policy.BulkheadPolicy;
import dev.mulligan.runtime.rejection.BulkheadFullException;
import dev.mulligan.runtime.rejection.RejectedCallException;
import dev.mulligan.runtime.time.Alarm;
import dev.mulligan.runtime.time.Time;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets so many calls be under way at once, and no more.
 *
 * <p>The limit, the places in use and the number of waiters are one word (see {@link Places}),
 * changed by compare-and-set alone. A call that finds a place and nobody waiting takes it by one
 * instruction, and gives it back by another. While somebody waits, nobody overtakes: a free place
 * goes to whoever has waited longest. Because the number of waiters is in the same word, a call
 * cannot begin to wait while the last place is given back unseen. Thread-safe.
 */
public final class Bulkhead {
  private static final VarHandle PLACES;

  static {
    try {
      PLACES = MethodHandles.lookup().findVarHandle(Bulkhead.class, "places", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final String name;
  private final @Nullable String key;
  private final WaitingLine line = new WaitingLine();
  private volatile BulkheadPolicy policy;
  private volatile long places;

  /**
   * Creates an empty bulkhead.
   *
   * @param name the policy's name
   * @param key the value of the {@code @Key} parameter, or null
   * @param policy its values
   */
  public Bulkhead(String name, @Nullable String key, BulkheadPolicy policy) {
    this.name = name;
    this.key = key;
    this.policy = policy;
    this.places = Places.free(policy.maxCalls());
  }

  /**
   * Takes a place if there is one and nobody waits for it.
   *
   * @return true if the caller has a place, and must {@link #leave()}
   */
  public boolean tryEnter() {
    while (true) {
      long now = places;
      if (!Places.isOpen(now)) {
        return false;
      }
      if (PLACES.compareAndSet(this, now, now + Places.ONE)) {
        return true;
      }
    }
  }

  /**
   * Takes a place, and waits for one up to the policy's {@code maxWait}.
   *
   * @return true if the caller has a place, and must {@link #leave()}
   * @throws InterruptedException if the thread is interrupted while it waits; it has no place then
   */
  public boolean enter() throws InterruptedException {
    return enter(Long.MAX_VALUE, () -> false);
  }

  /**
   * Takes a place, and waits for one up to the policy's {@code maxWait}, or for less.
   *
   * @param limit the longest wait that the caller has time for, in nanoseconds
   * @param over whether to wait no more; looked at before waiting and whenever the thread is
   *     unparked
   * @return true if the caller has a place, and must {@link #leave()}
   * @throws InterruptedException if the thread is interrupted while it waits; it has no place then
   */
  public boolean enter(long limit, BooleanSupplier over) throws InterruptedException {
    if (tryEnter()) {
      return true;
    }
    long most = Math.min(limit, maxWaitNanos());
    if (most <= 0) {
      return false;
    }
    CompletableFuture<Boolean> place = queue();
    try {
      return Time.await(place, most, false, over);
    } catch (InterruptedException interrupt) {
      giveBack(place);
      throw interrupt;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      abandon(place);
    }
  }

  /**
   * Takes a place without holding a thread until there is one.
   *
   * @return completed with true when the caller has a place, and must {@link #leave()}; with false
   *     when {@code maxWait} is over. While it is not completed, {@code cancel} gives up the wait:
   *     if it returns true, the caller has no place and will get none. Dependent stages run on the
   *     thread that gave its place back, so anything that is not short belongs on an executor.
   */
  public CompletableFuture<Boolean> enterLater() {
    return enterLater(Long.MAX_VALUE);
  }

  /**
   * Takes a place without holding a thread until there is one, and waits for it up to the policy's
   * {@code maxWait}, or for less.
   *
   * @param limit the longest wait that the caller has time for, in nanoseconds
   * @return see {@link #enterLater()}
   */
  @SuppressWarnings("FutureReturnValueIgnored") // it only ever ends with the place itself
  public CompletableFuture<Boolean> enterLater(long limit) {
    if (tryEnter()) {
      return CompletableFuture.completedFuture(true);
    }
    long most = Math.min(limit, maxWaitNanos());
    if (most <= 0) {
      return CompletableFuture.completedFuture(false);
    }
    CompletableFuture<Boolean> place = queue();
    if (!place.isDone()) {
      Alarm late = Time.alarm(most, () -> place.complete(false));
      // Registered last, so it also runs if the wait has ended meanwhile.
      place.whenComplete(
          (entered, cancelled) -> {
            late.cancel();
            if (entered == null || !entered) {
              abandon(place);
            }
          });
    }
    return place;
  }

  /**
   * Gives a place back: to whoever has waited longest, or to the next call that comes.
   *
   * @throws IllegalStateException if no place is in use
   */
  public void leave() {
    long before = (long) PLACES.getAndAdd(this, -Places.ONE);
    if (Places.inUse(before) == 0) {
      PLACES.getAndAdd(this, Places.ONE);
      throw new IllegalStateException("Nobody is in bulkhead " + name);
    }
    if (Places.waiting(before) > 0) {
      try {
        admitWaiters();
      } catch (Throwable broken) {
        // The place is free by now, and those who wait for it are not to wait for ever.
        admitWaiters();
      }
    }
  }

  /**
   * Changes the values. After a smaller limit, calls that are under way go on, and places that they
   * give back vanish until the limit holds. A larger one lets waiters in at once. Those that wait
   * already keep the {@code maxWait} they began with.
   *
   * @param changed the new values
   */
  public void reconfigure(BulkheadPolicy changed) {
    List<CompletableFuture<Boolean>> admitted;
    line.lock();
    try {
      policy = changed;
      long before;
      long after;
      do {
        before = places;
        long limited = Places.withLimit(before, changed.maxCalls());
        after = Places.admit(limited, Places.admissible(limited));
      } while (!PLACES.compareAndSet(this, before, after));
      admitted = line.poll(Places.waiting(before) - Places.waiting(after));
    } finally {
      line.unlock();
    }
    for (CompletableFuture<Boolean> place : admitted) {
      if (!place.complete(true)) {
        leave();
      }
    }
  }

  /**
   * Makes the exception of a call that got no place.
   *
   * @return a new instance
   */
  public RejectedCallException refusal() {
    return new BulkheadFullException(name, Places.limit(places));
  }

  /**
   * Counts the calls that are under way.
   *
   * @return at most the limit, unless a smaller one was set meanwhile
   */
  public int inUse() {
    return Places.inUse(places);
  }

  /**
   * Counts the calls that wait.
   *
   * @return those that neither have a place nor have given up
   */
  public int waiting() {
    return Places.waiting(places);
  }

  /**
   * Reads the policy.
   *
   * @return its values at this moment
   */
  public BulkheadPolicy policy() {
    return policy;
  }

  /**
   * Names the policy.
   *
   * @return the policy's name
   */
  public String name() {
    return name;
  }

  /**
   * Tells which of a policy's bulkheads this is.
   *
   * @return the value of the {@code @Key} parameter, or null
   */
  public @Nullable String key() {
    return key;
  }

  private long maxWaitNanos() {
    return policy.maxWait().toNanos();
  }

  /** Joins the line, or takes a place if one came free meanwhile. */
  private CompletableFuture<Boolean> queue() {
    CompletableFuture<Boolean> place = new CompletableFuture<>();
    line.lock();
    try {
      while (true) {
        long now = places;
        boolean open = Places.isOpen(now);
        if (!open && Places.waiting(now) == Places.MOST_WAITING) {
          place.complete(false);
          return place;
        }
        if (PLACES.compareAndSet(this, now, now + (open ? Places.ONE : Places.ONE_WAITING))) {
          if (open) {
            place.complete(true);
          } else {
            line.add(place);
          }
          return place;
        }
      }
    } finally {
      line.unlock();
    }
  }

  /** Gives free places to those who have waited longest, until there is no place or no waiter. */
  private void admitWaiters() {
    while (true) {
      CompletableFuture<Boolean> first;
      line.lock();
      try {
        long now = places;
        if (Places.admissible(now) == 0) {
          return;
        }
        if (!PLACES.compareAndSet(this, now, Places.admit(now, 1))) {
          continue;
        }
        first = line.poll();
      } finally {
        line.unlock();
      }
      // Outside of the lock, because dependent stages may be anybody's.
      if (first == null || !first.complete(true)) {
        // It gave up at this moment, and its place is free again.
        PLACES.getAndAdd(this, -Places.ONE);
      }
    }
  }

  /** After an interrupt: whichever came first, the caller ends without a place. */
  private void giveBack(CompletableFuture<Boolean> place) {
    if (!place.complete(false) && place.join()) {
      leave();
    }
  }

  /** Leaves the line, if still in it. */
  private void abandon(CompletableFuture<Boolean> place) {
    if (place.isDone() && !place.isCompletedExceptionally() && place.join()) {
      return;
    }
    line.lock();
    try {
      if (line.remove(place)) {
        PLACES.getAndAdd(this, -Places.ONE_WAITING);
      }
    } finally {
      line.unlock();
    }
  }
}
