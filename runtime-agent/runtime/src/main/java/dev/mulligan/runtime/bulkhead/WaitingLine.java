package dev.mulligan.runtime.bulkhead;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who waits for a place, in the order of arrival. All but the lock itself is used under the lock,
 * so that its length is always the number of waiters in {@link Places}. The lock is held for a few
 * instructions, never while anybody waits, nor around anybody's code.
 */
final class WaitingLine {
  private final ReentrantLock lock = new ReentrantLock();
  // A set, because those who give up leave from the middle.
  private final Set<CompletableFuture<Boolean>> line = new LinkedHashSet<>();

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  void add(CompletableFuture<Boolean> place) {
    line.add(place);
  }

  @SuppressWarnings("CollectionUndefinedEquality") // the very same future is meant
  boolean remove(CompletableFuture<Boolean> place) {
    return line.remove(place);
  }

  CompletableFuture<Boolean> poll() {
    Iterator<CompletableFuture<Boolean>> first = line.iterator();
    CompletableFuture<Boolean> place = first.next();
    first.remove();
    return place;
  }

  List<CompletableFuture<Boolean>> poll(int count) {
    List<CompletableFuture<Boolean>> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(poll());
    }
    return places;
  }
}
