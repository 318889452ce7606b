package dev.mulligan.runtime.count;

import dev.mulligan.runtime.time.Threads;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * A counter that many threads increment without an atomic instruction and without sharing a cache
 * line.
 *
 * <p>A thread owns the cell that its id falls on, if it came first, and is then its only writer: a
 * plain increment loses nothing. A thread whose cell is taken counts in a shared {@link LongAdder}
 * instead, and so does every virtual thread, which would not live long enough to be worth a cell.
 * The cell of a dead thread passes to the next that falls on it, with its count. The sum never
 * shrinks. Thread-safe.
 */
public final class StripedCount {
  private static final int STRIPES =
      Math.min(64, Integer.highestOneBit(Runtime.getRuntime().availableProcessors() * 8));
  private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(Cell[].class);
  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(Value.class, "count", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final Cell[] cells;
  private final LongAdder shared = new LongAdder();

  /** Starts at zero. */
  public StripedCount() {
    this(STRIPES);
  }

  /**
   * Starts at zero.
   *
   * @param stripes how many cells, a power of two
   */
  StripedCount(int stripes) {
    this.cells = new Cell[stripes];
  }

  /** Adds one. */
  public void increment() {
    long id = Threads.id();
    Cell cell = cells[(int) id & (cells.length - 1)];
    if (cell != null && cell.owner == id) {
      // Opaque, so that the sum sees it soon; the plain read is safe because nobody else writes.
      COUNT.setOpaque(cell, cell.count + 1);
    } else {
      claimOrShare(id);
    }
  }

  /**
   * Adds up all cells.
   *
   * @return a sum that holds every increment that happened before, and maybe concurrent ones
   */
  public long sum() {
    long sum = shared.sum();
    for (int i = 0; i < cells.length; i++) {
      Cell cell = (Cell) CELL.getAcquire(cells, i);
      if (cell != null) {
        sum += (long) COUNT.getOpaque(cell);
      }
    }
    return sum;
  }

  private void claimOrShare(long id) {
    Thread thread = Thread.currentThread();
    int index = (int) id & (cells.length - 1);
    Cell present = (Cell) CELL.getAcquire(cells, index);
    if (!Threads.isVirtual(thread) && (present == null || present.isAbandoned())) {
      Cell mine = new Cell(thread, id, (present == null ? 0 : present.count) + 1);
      if (CELL.compareAndSet(cells, index, present, mine)) {
        return;
      }
    }
    shared.increment();
  }

  /** Padded on both sides, so that two cells never meet on a cache line, nor on a pair of them. */
  @SuppressWarnings("unused")
  private abstract static class Before {
    private long p01, p02, p03, p04, p05, p06, p07, p08, p09, p10, p11, p12, p13, p14, p15;
  }

  private abstract static class Value extends Before {
    long count;
    final long owner;
    final WeakReference<Thread> thread;

    Value(Thread thread, long owner, long count) {
      this.thread = new WeakReference<>(thread);
      this.owner = owner;
      this.count = count;
    }
  }

  @SuppressWarnings("unused")
  private static final class Cell extends Value {
    private long q01, q02, q03, q04, q05, q06, q07, q08, q09, q10, q11, q12, q13, q14, q15;

    Cell(Thread thread, long owner, long count) {
      super(thread, owner, count);
    }

    boolean isAbandoned() {
      Thread owning = thread.get();
      return owning == null || !owning.isAlive();
    }
  }
}
