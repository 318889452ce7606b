package dev.mulligan.runtime.time;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is to happen in virtual time, the earliest first. Thread-safe. */
final class VirtualAlarms {
  private final PriorityQueue<Due> waiting = new PriorityQueue<>();
  private long everSet;

  /**
   * Sets an alarm.
   *
   * @param at when it goes off, in nanoseconds of virtual time
   * @param wakes whether somebody sleeps until then
   */
  synchronized Alarm set(long at, boolean wakes, Runnable task) {
    Due due = new Due(at, everSet++, wakes, task);
    waiting.add(due);
    notifyAll();
    return () -> remove(due);
  }

  private synchronized void remove(Due due) {
    waiting.remove(due);
  }

  /** Runs what is due. */
  void ring(long now) {
    for (Due due = nextDue(now); due != null; due = nextDue(now)) {
      due.task().run();
    }
  }

  private synchronized @Nullable Due nextDue(long now) {
    Due first = waiting.peek();
    return first != null && first.at() <= now ? waiting.poll() : null;
  }

  /** Lets all sleepers go on; other alarms never go off. */
  void wakeAll() {
    List<Due> all;
    synchronized (this) {
      all = new ArrayList<>(waiting);
      waiting.clear();
    }
    all.stream().filter(Due::wakes).forEach(due -> due.task().run());
  }

  synchronized int count() {
    return waiting.size();
  }

  /** When the next one goes off, or null if there is none. */
  synchronized @Nullable Long next() {
    Due first = waiting.peek();
    return first == null ? null : first.at();
  }

  /** Waits in real time until so many are set; false if that takes too long. */
  synchronized boolean await(int count, long nanos) throws InterruptedException {
    long deadline = System.nanoTime() + nanos;
    while (waiting.size() < count) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  private record Due(long at, long order, boolean wakes, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
